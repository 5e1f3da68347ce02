package org.enf.core.egnn;

import java.util.Arrays;

/**
 * How the atoms of several molecules stand one below the other, without padding.
 *
 * <p>Row {@code offset(b) + i} belongs to atom i of molecule b. Molecules of equal size that follow
 * each other can be computed together by an engine, so batches are best sorted by size.
 */
public final class BatchShape {
  private final int[] offsets;

  /**
   * A batch of molecules of these sizes.
   *
   * @param sizes the number of atoms of each molecule, each at least one
   * @throws IllegalArgumentException if there is no molecule or one without atoms
   */
  public BatchShape(int... sizes) {
    if (sizes.length == 0) {
      throw new IllegalArgumentException("a batch needs at least one molecule");
    }
    offsets = new int[sizes.length + 1];
    for (int b = 0; b < sizes.length; b++) {
      if (sizes[b] < 1) {
        throw new IllegalArgumentException(
            "molecule " + b + " of a batch has " + sizes[b] + " atoms; at least 1 is needed");
      }
      offsets[b + 1] = Math.addExact(offsets[b], sizes[b]);
    }
  }

  /** A batch of {@code molecules} molecules with {@code atoms} atoms each. */
  public static BatchShape uniform(int molecules, int atoms) {
    int[] sizes = new int[molecules];
    Arrays.fill(sizes, atoms);
    return new BatchShape(sizes);
  }

  /** The number of molecules. */
  public int molecules() {
    return offsets.length - 1;
  }

  /** The number of rows, one an atom. */
  public int atoms() {
    return offsets[offsets.length - 1];
  }

  /** The number of atoms of one molecule. */
  public int size(int molecule) {
    return offsets[molecule + 1] - offsets[molecule];
  }

  /** The first row of one molecule; {@code offset(molecules())} is the number of rows. */
  public int offset(int molecule) {
    return offsets[molecule];
  }

  /** The first element of each molecule, and the end, where a row has {@code width} elements. */
  public int[] elementOffsets(int width) {
    int[] elements = new int[offsets.length];
    for (int b = 0; b < offsets.length; b++) {
      elements[b] = Math.multiplyExact(offsets[b], width);
    }
    return elements;
  }

  /**
   * Checks that there is a time for each molecule.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireTimes(double[] time) {
    if (time.length != molecules()) {
      throw new IllegalArgumentException(
          molecules() + " molecules need as many times, not " + time.length);
    }
  }

  /**
   * Checks that a matrix of this batch has {@code width} columns.
   *
   * @param elements the number of its elements
   * @throws IllegalArgumentException if not
   */
  public void requireElements(int elements, int width) {
    if (elements != atoms() * width) {
      throw new IllegalArgumentException(
          atoms()
              + " atoms with "
              + width
              + " columns need "
              + atoms() * width
              + " elements, not "
              + elements);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BatchShape that && Arrays.equals(offsets, that.offsets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(offsets);
  }
}
