package org.enf.core.dequantization;

import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.Molecule;

/**
 * The rows of the flow: the position of an atom, then its features.
 *
 * @param count the number of features
 */
record RowColumns(int count) {
  private static final int N = Molecule.DIMENSIONS;

  private int width() {
    return N + count;
  }

  /** Positions and features beside each other: [atoms × (3 + features)]. */
  double[] rows(MoleculeBatch batch, double[] features) {
    double[] rows = new double[batch.shape().atoms() * width()];
    for (int i = 0; i < batch.shape().atoms(); i++) {
      System.arraycopy(batch.positions(), i * N, rows, i * width(), N);
      System.arraycopy(features, i * count, rows, i * width() + N, count);
    }
    return rows;
  }

  /** The features of rows: [atoms × features]. */
  double[] features(double[] rows) {
    int atoms = rows.length / width();
    double[] features = new double[atoms * count];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(rows, i * width() + N, features, i * count, count);
    }
    return features;
  }

  /** The positions of rows, and the types that their features tell. */
  MoleculeBatch molecules(BatchShape shape, double[] rows, Dequantizer dequantizer) {
    double[] positions = new double[shape.atoms() * N];
    int[] types = new int[shape.atoms()];
    for (int i = 0; i < types.length; i++) {
      System.arraycopy(rows, i * width(), positions, i * N, N);
      types[i] = dequantizer.type(rows, i * width() + N);
    }
    return new MoleculeBatch(shape, positions, types);
  }
}
