package org.enf.core.egnn.cpu;

/** A matrix to multiply by from the right, laid out as the kernels read it. */
final class PackedMatrix {
  final int inner;
  final int outer;

  /** All elements, in parts of equal length. */
  final float[][] parts;

  /** A matrix [inner × outer] of zeros in so many parts. */
  PackedMatrix(int inner, int outer, int parts) {
    this.inner = inner;
    this.outer = outer;
    this.parts = new float[parts][parts == 0 ? 0 : inner * outer / parts];
  }
}
