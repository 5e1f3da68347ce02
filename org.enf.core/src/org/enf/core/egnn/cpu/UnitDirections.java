package org.enf.core.egnn.cpu;

/**
 * Directions of single elements of each molecule that go through the network together, for the
 * diagonal of its Jacobian.
 *
 * @param first the first element, counted row by row
 * @param count how many
 * @param width elements of an atom
 * @param diagonalAlone whether nothing else is wanted, the value neither, so that the last layer
 *     need not send messages to other atoms
 * @param pairs the pairs of atoms to which theirs belong, null for no direction
 */
record UnitDirections(int first, int count, int width, boolean diagonalAlone, Block pairs) {
  /** None: a pass for other directions. */
  static final UnitDirections NONE = new UnitDirections(0, 0, 1, false, null);

  /** So many share the value, and as many fit the cache. */
  private static final int ABOUT = 8;

  /** How many to take together: of whole atoms, since fewer pairs belong to fewer atoms. */
  static int together(int width) {
    int atoms = Math.max(1, Math.round((float) ABOUT / width));
    return width > 2 * ABOUT ? ABOUT : atoms * width;
  }

  /** The first atom of a molecule that a direction belongs to. */
  int firstAtom() {
    return first / width;
  }

  /** The atom behind the last one. */
  int endAtom() {
    return (first + count + width - 1) / width;
  }
}
