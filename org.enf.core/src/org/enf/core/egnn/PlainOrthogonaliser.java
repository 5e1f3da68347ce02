package org.enf.core.egnn;

import java.util.Arrays;

/** For engines without products of matrices of their own: plain loops on the calling thread. */
final class PlainOrthogonaliser implements Orthogonaliser {
  private final int size;
  private final float[] transposed;
  private final float[] square;
  private final float[] polynomial;
  private final float[] product;

  /** An orthogonaliser of matrices with so many rows and columns. */
  PlainOrthogonaliser(int size) {
    this.size = size;
    transposed = new float[size * size];
    square = new float[size * size];
    polynomial = new float[size * size];
    product = new float[size * size];
  }

  @Override
  public void orthogonalise(float[][] matrices) {
    for (float[] matrix : matrices) {
      Orthogonaliser.normalise(matrix);
      for (int step = 0; step < STEPS; step++) {
        step(matrix);
      }
    }
  }

  private void step(float[] x) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        transposed[j * size + i] = x[i * size + j];
      }
    }
    multiply(x, transposed, square);
    multiply(square, square, polynomial);
    for (int i = 0; i < polynomial.length; i++) {
      polynomial[i] = CUBIC * square[i] + QUINTIC * polynomial[i];
    }
    multiply(polynomial, x, product);
    for (int i = 0; i < x.length; i++) {
      x[i] = LINEAR * x[i] + product[i];
    }
  }

  /** c = a·b. */
  private void multiply(float[] a, float[] b, float[] c) {
    Arrays.fill(c, 0);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        float factor = a[i * size + k];
        for (int j = 0; j < size; j++) {
          c[i * size + j] += factor * b[k * size + j];
        }
      }
    }
  }
}
