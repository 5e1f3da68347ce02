package org.enf.core.koehler;

import java.util.Arrays;

/** A linear map without bias on matrices stored row by row. */
final class DenseLayer {
  private final int inputs;
  private final int outputs;
  private final double[] weights;
  private final double[] transposed;

  DenseLayer(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    weights = new double[outputs * inputs];
    transposed = new double[inputs * outputs];
  }

  /** Takes over the weights [out, in] that begin at an offset. */
  void load(double[] all, int offset) {
    System.arraycopy(all, offset, weights, 0, weights.length);
    for (int o = 0; o < outputs; o++) {
      for (int k = 0; k < inputs; k++) {
        transposed[k * outputs + o] = weights[o * inputs + k];
      }
    }
  }

  /** Overwrites y [rows × out] by x·Wᵀ. */
  void forward(double[] x, int rows, double[] y) {
    multiply(x, rows, inputs, transposed, outputs, y);
  }

  /** Overwrites the gradient by x [rows × in] from that by y. */
  void reverse(double[] byY, int rows, double[] byX) {
    multiply(byY, rows, outputs, weights, inputs, byX);
  }

  /** Adds the gradient by the weights to the one that begins at an offset. */
  void addGradient(double[] byY, double[] x, int rows, double[] gradient, int offset) {
    for (int o = 0; o < outputs; o++) {
      int at = offset + o * inputs;
      int r = 0;
      for (; r + 4 <= rows; r += 4) {
        double a = byY[r * outputs + o];
        double b = byY[(r + 1) * outputs + o];
        double c = byY[(r + 2) * outputs + o];
        double d = byY[(r + 3) * outputs + o];
        int x0 = r * inputs;
        int x1 = x0 + inputs;
        int x2 = x1 + inputs;
        int x3 = x2 + inputs;
        for (int k = 0; k < inputs; k++) {
          gradient[at + k] += a * x[x0 + k] + b * x[x1 + k] + c * x[x2 + k] + d * x[x3 + k];
        }
      }
      for (; r < rows; r++) {
        axpy(byY[r * outputs + o], x, r * inputs, inputs, gradient, at);
      }
    }
  }

  /** c = a·b with a [rows × inner] and b [inner × columns]. */
  private static void multiply(
      double[] a, int rows, int inner, double[] b, int columns, double[] c) {
    for (int row = 0; row < rows; row++) {
      int at = row * columns;
      Arrays.fill(c, at, at + columns, 0);
      int k = 0;
      // four at a time, so that a sum is read and written once for four products
      for (; k + 4 <= inner; k += 4) {
        double a0 = a[row * inner + k];
        double a1 = a[row * inner + k + 1];
        double a2 = a[row * inner + k + 2];
        double a3 = a[row * inner + k + 3];
        int b0 = k * columns;
        int b1 = b0 + columns;
        int b2 = b1 + columns;
        int b3 = b2 + columns;
        for (int o = 0; o < columns; o++) {
          c[at + o] += a0 * b[b0 + o] + a1 * b[b1 + o] + a2 * b[b2 + o] + a3 * b[b3 + o];
        }
      }
      for (; k < inner; k++) {
        axpy(a[row * inner + k], b, k * columns, columns, c, at);
      }
    }
  }

  private static void axpy(double a, double[] x, int from, int count, double[] y, int to) {
    for (int k = 0; k < count; k++) {
      y[to + k] += a * x[from + k];
    }
  }
}
