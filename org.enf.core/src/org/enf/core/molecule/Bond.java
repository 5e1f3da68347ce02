package org.enf.core.molecule;

/**
 * A bond between two atoms of one molecule.
 *
 * @param first index of one atom, from 0
 * @param second index of the other atom, from 0
 * @param order 1, 2 or 3; {@link #AROMATIC} where a file says aromatic
 */
public record Bond(int first, int second, int order) {
  /** The order of a bond that its file calls aromatic (the 4 of an MDL file). */
  public static final int AROMATIC = 4;

  /**
   * Checks the ends and the order.
   *
   * @throws IllegalArgumentException if an index is negative, both ends are one atom, or the order
   *     is none of 1 to 4
   */
  public Bond {
    if (first < 0 || second < 0 || first == second) {
      throw new IllegalArgumentException(
          "a bond joins two different atoms, not " + first + " and " + second);
    }
    if (order < 1 || order > AROMATIC) {
      throw new IllegalArgumentException("bond order must be 1 to 4, not " + order);
    }
  }
}
