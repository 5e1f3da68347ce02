package org.enf.core.egnn.cpu;

/** Takes means away. */
final class Centre {
  private Centre() {}

  /**
   * Takes the mean over each molecule of a block from the first columns of its rows.
   *
   * @param r0 where the first row begins
   * @param width of a row
   */
  static void positions(Block block, int dimensions, float[] rows, int r0, int width) {
    for (int b = 0; b < block.molecules(); b++) {
      int from = block.moleculeStart(b);
      int end = block.moleculeStart(b + 1);
      for (int a = 0; a < dimensions; a++) {
        float sum = 0;
        for (int i = from; i < end; i++) {
          sum += rows[r0 + i * width + a];
        }
        float mean = sum / (end - from);
        for (int i = from; i < end; i++) {
          rows[r0 + i * width + a] -= mean;
        }
      }
    }
  }
}
