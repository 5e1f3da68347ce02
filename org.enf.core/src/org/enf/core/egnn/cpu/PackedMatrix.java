package org.enf.core.egnn.cpu;

/** A matrix to multiply by from the right, laid out as the kernels read it. */
final class PackedMatrix {
  final int inner;
  final int outer;
  final float[] elements;

  /** A matrix [inner × outer] of zeros. */
  PackedMatrix(int inner, int outer) {
    this.inner = inner;
    this.outer = outer;
    elements = new float[inner * outer];
  }
}
