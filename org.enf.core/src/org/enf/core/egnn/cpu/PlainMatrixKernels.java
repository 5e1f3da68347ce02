package org.enf.core.egnn.cpu;

/**
 * Matrix products in plain Java. The compiler turns a loop into vector instructions only if all
 * arrays in it are read from the loop's own index on, so rows are copied to arrays of their own.
 */
final class PlainMatrixKernels implements MatrixKernels {
  /** Widths are whole vectors of most processors, and of whole groups of four. */
  private static final int PANEL = 8;

  private float[] sum = {};
  private float[] first = {};
  private float[] second = {};
  private float[] third = {};
  private float[] fourth = {};
  private float[][] product = {};

  @Override
  public int panel() {
    return PANEL;
  }

  @Override
  public PackedMatrix room(int inner, int outer) {
    return new PackedMatrix(inner, outer, inner);
  }

  @Override
  public void pack(float[] matrix, int offset, PackedMatrix target) {
    for (int k = 0; k < target.inner; k++) {
      System.arraycopy(matrix, offset + k * target.outer, target.parts[k], 0, target.outer);
    }
  }

  @Override
  public void packTransposed(float[] matrix, int offset, PackedMatrix target) {
    for (int k = 0; k < target.inner; k++) {
      for (int j = 0; j < target.outer; j++) {
        target.parts[k][j] = matrix[offset + j * target.inner + k];
      }
    }
  }

  @Override
  public void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0) {
    multiply(a, a0, rows, b, c, c0, b.outer, c, c0);
  }

  @Override
  public void map(
      float[] a, int a0, int rows, PackedMatrix b, float[] start, int start0, float[] c, int c0) {
    multiply(a, a0, rows, b, start, start0, 0, c, c0);
  }

  private void multiply(
      float[] a,
      int a0,
      int rows,
      PackedMatrix b,
      float[] start,
      int start0,
      int startRow,
      float[] c,
      int c0) {
    if (sum.length != b.outer) {
      sum = new float[b.outer];
    }
    for (int i = 0; i < rows; i++) {
      int ci = c0 + i * b.outer;
      int ai = a0 + i * b.inner;
      System.arraycopy(start, start0 + i * startRow, sum, 0, b.outer);
      for (int k = 0; k < b.inner; k += 4) {
        addFour(
            sum,
            a[ai + k],
            b.parts[k],
            a[ai + k + 1],
            b.parts[k + 1],
            a[ai + k + 2],
            b.parts[k + 2],
            a[ai + k + 3],
            b.parts[k + 3]);
      }
      System.arraycopy(sum, 0, c, ci, b.outer);
    }
  }

  private static void addFour(
      float[] sum,
      float a0,
      float[] b0,
      float a1,
      float[] b1,
      float a2,
      float[] b2,
      float a3,
      float[] b3) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  @Override
  public void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0) {
    makeRoom(aWidth, bWidth);
    for (int i = 0; i < aWidth; i++) {
      System.arraycopy(c, c0 + i * bWidth, product[i], 0, bWidth);
    }
    int e = 0;
    for (; e + 4 <= rows; e += 4) {
      System.arraycopy(b, b0 + e * bWidth, first, 0, bWidth);
      System.arraycopy(b, b0 + (e + 1) * bWidth, second, 0, bWidth);
      System.arraycopy(b, b0 + (e + 2) * bWidth, third, 0, bWidth);
      System.arraycopy(b, b0 + (e + 3) * bWidth, fourth, 0, bWidth);
      int ae = a0 + e * aWidth;
      for (int i = 0; i < aWidth; i++) {
        int at = ae + i;
        addFour(
            product[i],
            a[at],
            first,
            a[at + aWidth],
            second,
            a[at + 2 * aWidth],
            third,
            a[at + 3 * aWidth],
            fourth);
      }
    }
    for (; e < rows; e++) {
      System.arraycopy(b, b0 + e * bWidth, first, 0, bWidth);
      for (int i = 0; i < aWidth; i++) {
        addFour(product[i], a[a0 + e * aWidth + i], first, 0, first, 0, first, 0, first);
      }
    }
    for (int i = 0; i < aWidth; i++) {
      System.arraycopy(product[i], 0, c, c0 + i * bWidth, bWidth);
    }
  }

  private void makeRoom(int rows, int width) {
    if (first.length != width) {
      first = new float[width];
      second = new float[width];
      third = new float[width];
      fourth = new float[width];
      product = new float[rows][width];
    } else if (product.length < rows) {
      product = new float[rows][width];
    }
  }
}
