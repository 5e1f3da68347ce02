package org.enf.core.koehler;

/** The curves of a {@link RadialBasis} at one place, with derivatives. */
final class Gaussians {
  final double[] centres;
  final double[] inverseWidths;

  /** The derivative of each order, 0 to 3, of each curve. */
  final double[][] values;

  /** The sum over the curves of the derivative of each order. */
  final double[] sums = new double[4];

  Gaussians(RadialBasis basis) {
    centres = basis.centres().stream().mapToDouble(Double::doubleValue).toArray();
    inverseWidths = basis.widths().stream().mapToDouble(width -> 1 / width).toArray();
    values = new double[sums.length][centres.length];
  }

  int size() {
    return centres.length;
  }

  /** The distance from a centre in units of its width. */
  double scaled(int k, double x) {
    return (x - centres[k]) * inverseWidths[k];
  }

  /** Computes the derivatives up to an order at x. */
  void evaluate(double x, int order) {
    for (int k = 0; k < centres.length; k++) {
      double s = inverseWidths[k];
      double u = (x - centres[k]) * s;
      double g = Math.exp(-u * u);
      values[0][k] = g;
      values[1][k] = -2 * u * s * g;
      values[2][k] = (4 * u * u - 2) * s * s * g;
      values[3][k] = (12 - 8 * u * u) * u * s * s * s * g;
    }
    for (int m = 0; m <= order; m++) {
      double sum = 0;
      for (double value : values[m]) {
        sum += value;
      }
      sums[m] = sum;
    }
  }
}
