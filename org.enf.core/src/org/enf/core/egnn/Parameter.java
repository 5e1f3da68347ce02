package org.enf.core.egnn;

import java.util.random.RandomGenerator;

/**
 * One named block of the numbers that training finds.
 *
 * @param name the name as in the state dict of the reference, for example {@code
 *     egnn.gcl_0.edge_mlp.0.weight}
 * @param rows the outputs of a linear map, or the length of a vector
 * @param columns the inputs of a linear map, or 1 for a vector
 * @param vector whether files give it one dimension only ({@code columns} is 1 then)
 * @param offset where its elements, row by row, begin in the flat array of all parameters
 * @param range a fresh parameter is uniform on ±range
 */
public record Parameter(
    String name, int rows, int columns, boolean vector, int offset, double range) {
  /** The number of elements. */
  public int length() {
    return rows * columns;
  }

  /** The shape as files state it. */
  public int[] shape() {
    return vector ? new int[] {rows} : new int[] {rows, columns};
  }

  /** Fills this block of {@code all} with fresh values. */
  void initialise(double[] all, RandomGenerator random) {
    for (int i = 0; i < length(); i++) {
      all[offset + i] = range == 0 ? 0 : (2 * random.nextDouble() - 1) * range;
    }
  }
}
