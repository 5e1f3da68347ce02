package org.enf.core.egnn.cpu;

/**
 * Products of matrices, row by row in {@code float[]} from an offset on; their widths are multiples
 * of {@link #panel()}. An instance belongs to one thread.
 */
interface MatrixKernels {
  /** Widths of rows are multiples of this. */
  int panel();

  /** Room for a matrix [inner × outer] to be laid out. */
  PackedMatrix room(int inner, int outer);

  /** Lays a matrix [inner × outer] out as {@link #multiply} wants it. */
  void pack(float[] matrix, int offset, PackedMatrix target);

  /** Lays the transpose of a matrix [outer × inner] out as {@link #multiply} wants it. */
  void packTransposed(float[] matrix, int offset, PackedMatrix target);

  /** c += a·b; a is [rows × inner], c is [rows × outer]. */
  void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0);

  /** Each row of c becomes the row {@code start} plus that of a·b. */
  void map(
      float[] a, int a0, int rows, PackedMatrix b, float[] start, int start0, float[] c, int c0);

  /** c += aᵀ·b; a is [rows × aWidth], b is [rows × bWidth], c is [aWidth × bWidth]. */
  void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0);
}
