package org.enf.core.egnn;

/**
 * A square block of a weight that maps hidden features to hidden features.
 *
 * <p>The weight of a layer that reads the features of two atoms, or of an atom and its messages,
 * has two of them side by side.
 *
 * @param offset where its first element stands in the flat array of all parameters
 * @param stride how far its rows stand apart
 * @param size its rows and columns
 */
public record HiddenBlock(int offset, int stride, int size) {
  /** Where the first element of a row stands. */
  public int row(int row) {
    return offset + row * stride;
  }

  /** The same block of a network whose parameters begin so much later. */
  public HiddenBlock later(int by) {
    return new HiddenBlock(offset + by, stride, size);
  }
}
