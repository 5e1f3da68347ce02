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

  /** Adds Σ factors_i · row_i over the edges of a chunk to a row of weights. */
  void addScaledRows(float[] factors, int f0, float[] rows, EdgeRange edges, int place) {
    if (wanted) {
      kernels
          .activations()
          .addScaledRows(factors, f0, rows, 0, edges.count(), edges.width(), elements, place);
    }
  }

  /** Adds the sum of some numbers to a single weight. */
  void addSum(float[] values, int count, int place) {
    if (wanted) {
      float sum = 0;
      for (int k = 0; k < count; k++) {
        sum += values[k];
      }
      elements[place] += sum;
    }
  }

  /** Adds the sum of rows of cotangents to a bias. */
  void addBias(float[] rows, int count, int width, int bias) {
    if (wanted) {
      kernels.activations().addRows(rows, 0, count, width, elements, bias);
    }
  }
}
