package org.enf.core.testing;

import org.enf.core.egnn.BatchShape;

/**
 * What the numbers of an array stand for, and so how they change when the molecules of a batch are
 * moved: rows of vector columns, which turn, followed by scalar columns, which do not.
 *
 * @param owner what a row belongs to
 * @param vectorColumns the first columns of a row: the components of one vector, 0 for none
 * @param shifts whether the vector is a place, which also shifts, rather than a direction
 * @param scalarColumns the remaining columns of a row
 */
public record Layout(Owner owner, int vectorColumns, boolean shifts, int scalarColumns) {
  /** What a row belongs to. */
  public enum Owner {
    /** There is one row an atom. */
    ATOM,
    /** There is one row a molecule. */
    MOLECULE,
    /** There is one row for the whole batch. */
    BATCH
  }

  /** A place and further numbers of each atom. */
  public static Layout positions(int dimensions, int scalars) {
    return new Layout(Owner.ATOM, dimensions, true, scalars);
  }

  /**
   * A direction (velocity, force, noise, gradient by positions) and further numbers of each atom.
   */
  public static Layout directions(int dimensions, int scalars) {
    return new Layout(Owner.ATOM, dimensions, false, scalars);
  }

  /** Numbers of each atom. */
  public static Layout perAtom(int scalars) {
    return new Layout(Owner.ATOM, 0, false, scalars);
  }

  /** Numbers of each molecule. */
  public static Layout perMolecule(int scalars) {
    return new Layout(Owner.MOLECULE, 0, false, scalars);
  }

  /** Numbers of the whole batch. */
  public static Layout perBatch(int scalars) {
    return new Layout(Owner.BATCH, 0, false, scalars);
  }

  /** The number of columns of a row. */
  int width() {
    return vectorColumns + scalarColumns;
  }

  /** The number of elements for a batch. */
  int length(BatchShape shape) {
    return switch (owner) {
      case ATOM -> shape.atoms() * width();
      case MOLECULE -> shape.molecules() * width();
      case BATCH -> width();
    };
  }
}
