package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;

/** Some molecules of a batch as a batch of their own. */
final class Molecules {
  private Molecules() {}

  /** Their shape. */
  static BatchShape shape(BatchShape shape, int[] molecules) {
    int[] sizes = new int[molecules.length];
    for (int m = 0; m < sizes.length; m++) {
      sizes[m] = shape.size(molecules[m]);
    }
    return new BatchShape(sizes);
  }

  /** Their rows of [atoms × width]. */
  static double[] rows(BatchShape shape, int width, double[] all, int[] molecules) {
    int length = 0;
    for (int molecule : molecules) {
      length += shape.size(molecule) * width;
    }
    double[] rows = new double[length];
    int at = 0;
    for (int molecule : molecules) {
      int count = shape.size(molecule) * width;
      System.arraycopy(all, shape.offset(molecule) * width, rows, at, count);
      at += count;
    }
    return rows;
  }
}
