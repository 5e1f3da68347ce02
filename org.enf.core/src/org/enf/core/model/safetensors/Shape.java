package org.enf.core.model.safetensors;

import java.util.Arrays;

/** The dimensions of a tensor, slowest first; no dimension means a scalar. */
final class Shape {
  private final long[] dimensions;
  private final long elements;

  /**
   * Copies and checks the dimensions.
   *
   * @throws IllegalArgumentException if there are too many, one is negative, or their product does
   *     not fit in 63 bits
   */
  Shape(long... dimensions) {
    this.dimensions = dimensions.clone();
    if (dimensions.length > Limits.RANK) {
      throw new IllegalArgumentException(
          "a shape of " + dimensions.length + " dimensions, more than the limit of " + Limits.RANK);
    }
    long product = 1;
    for (long dimension : dimensions) {
      if (dimension < 0) {
        throw new IllegalArgumentException("a negative dimension in its shape " + this);
      }
      if (dimension != 0 && product > Long.MAX_VALUE / dimension) {
        throw new IllegalArgumentException(
            "the shape " + this + ", whose product is beyond all numbers of 63 bits");
      }
      product *= dimension;
    }
    elements = product;
  }

  int rank() {
    return dimensions.length;
  }

  long dimension(int axis) {
    return dimensions[axis];
  }

  /** The number of elements, the product of all dimensions; 1 for a scalar. */
  long elements() {
    return elements;
  }

  /**
   * The size of the data.
   *
   * @throws IllegalArgumentException if it does not fit in one Java array
   */
  int byteLength(DType dtype) {
    if (elements > Limits.TENSOR_BYTES / dtype.byteSize()) {
      throw new IllegalArgumentException(
          "the shape "
              + this
              + ", whose data of dtype "
              + dtype
              + " is larger than the limit of "
              + Limits.TENSOR_BYTES
              + " bytes for one tensor");
    }
    return (int) elements * dtype.byteSize();
  }

  long[] toArray() {
    return dimensions.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  @Override
  public String toString() {
    return Arrays.toString(dimensions);
  }
}
