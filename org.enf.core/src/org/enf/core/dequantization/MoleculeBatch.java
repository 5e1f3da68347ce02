package org.enf.core.dequantization;

import java.util.Arrays;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;

/**
 * Several molecules as the flow takes them.
 *
 * @param shape how the atoms stand one below the other
 * @param positions [atoms × 3] in Å, each molecule with zero mean
 * @param types for each atom the index of its element
 */
public record MoleculeBatch(BatchShape shape, double[] positions, int[] types) {
  /**
   * A batch of these molecules, in this order.
   *
   * @throws IllegalArgumentException if there is none, or an atom's element is not among the types;
   *     the message names it
   */
  public static MoleculeBatch of(List<Molecule> molecules, AtomTypes atomTypes) {
    BatchShape shape = new BatchShape(molecules.stream().mapToInt(Molecule::size).toArray());
    double[] positions = new double[shape.atoms() * Molecule.DIMENSIONS];
    int[] types = new int[shape.atoms()];
    for (int b = 0; b < shape.molecules(); b++) {
      Molecule molecule = molecules.get(b);
      for (int i = 0; i < molecule.size(); i++) {
        int row = shape.offset(b) + i;
        types[row] = atomTypes.indexOf(molecule.element(i));
        if (types[row] < 0) {
          throw new IllegalArgumentException(
              "atom "
                  + (i + 1)
                  + " of molecule '"
                  + molecule
                  + "' is "
                  + molecule.element(i).symbol()
                  + "; the model knows "
                  + atomTypes
                  + " only");
        }
      }
      System.arraycopy(
          molecule.positions(),
          0,
          positions,
          shape.offset(b) * Molecule.DIMENSIONS,
          molecule.size() * Molecule.DIMENSIONS);
    }
    return centred(shape, positions, types);
  }

  /** A batch whose positions are moved to zero mean, in place. */
  public static MoleculeBatch centred(BatchShape shape, double[] positions, int[] types) {
    double[] mean = new double[Molecule.DIMENSIONS];
    for (int b = 0; b < shape.molecules(); b++) {
      Arrays.fill(mean, 0);
      for (int k = shape.offset(b) * 3; k < shape.offset(b + 1) * 3; k++) {
        mean[k % 3] += positions[k] / shape.size(b);
      }
      for (int k = shape.offset(b) * 3; k < shape.offset(b + 1) * 3; k++) {
        positions[k] -= mean[k % 3];
      }
    }
    return new MoleculeBatch(shape, positions, types);
  }
}
