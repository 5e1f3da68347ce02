package org.enf.core.egnn.cpu;

import java.util.Arrays;

/**
 * The gradient by the parameters, in the engine's layout, summed up over blocks. Where nobody wants
 * it, the products of matrices that would make it are left out.
 */
final class ParameterGradient {
  private final Kernels kernels;
  private final float[] elements;
  private boolean wanted;

  ParameterGradient(WeightLayout layout, Kernels kernels) {
    this.kernels = kernels;
    elements = new float[layout.length()];
  }

  /** Forgets what was summed up. */
  void start(boolean isWanted) {
    wanted = isWanted;
    Arrays.fill(elements, 0);
  }

  /** Whether somebody wants it. */
  boolean wanted() {
    return wanted;
  }

  /** All elements; kernels that have rows of it at hand add to them. */
  float[] elements() {
    return elements;
  }

  /** Adds what another thread summed up. */
  void add(ParameterGradient other) {
    for (int k = 0; k < elements.length; k++) {
      elements[k] += other.elements[k];
    }
  }

  /** Adds aᵀ·b to a matrix, where {@code a} are the rows that came in and {@code b} cotangents. */
  void addProduct(float[] a, int a0, float[] b, int rows, WeightLayout.Matrix place) {
    if (wanted) {
      kernels
          .matrices()
          .multiplyTransposed(
              a, a0, place.rows(), b, 0, place.columns(), rows, elements, place.offset());
    }
  }

  /** Adds the sum of rows of cotangents to a bias. */
  void addBias(float[] rows, int count, int width, int bias) {
    if (wanted) {
      kernels.activations().addRows(rows, 0, count, width, elements, bias);
    }
  }
}
