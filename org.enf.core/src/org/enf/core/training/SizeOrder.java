package org.enf.core.training;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Orders samples by their number of atoms. */
final class SizeOrder {
  private SizeOrder() {}

  /**
   * Sorts the indices from {@code from} to {@code to} (excluded) by size; those of one size stay in
   * their order.
   *
   * @param sizes the number of atoms of each sample
   */
  static void sort(int[] indices, int from, int to, IntUnaryOperator sizes) {
    int[] before = Arrays.copyOfRange(indices, from, to);
    long[] keys = new long[before.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) sizes.applyAsInt(before[i]) << Integer.SIZE) | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      indices[from + i] = before[(int) keys[i]];
    }
  }
}
