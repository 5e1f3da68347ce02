package org.enf.core.ode;

/**
 * The rules of Clenshaw and Curtis (1960) with a power of two of intervals: exact for polynomials
 * of a degree one above the number of intervals, and nested, so that the nodes of a rule are every
 * second one of the next.
 */
final class ClenshawCurtis {
  private ClenshawCurtis() {}

  /**
   * A node in [−1, 1], {@code −cos(πk/intervals)}.
   *
   * @param k from 0, where it is −1, to {@code intervals}, where it is 1
   */
  static double node(int k, int intervals) {
    if (2 * k == intervals) {
      return 0;
    }
    return -Math.cos(Math.PI * k / intervals);
  }

  /**
   * The weights of the {@code intervals + 1} nodes; their sum is 2.
   *
   * @param intervals even, at least 2
   */
  static double[] weights(int intervals) {
    double[] weights = new double[intervals + 1];
    for (int k = 0; k <= intervals; k++) {
      double sum = 1;
      for (int j = 1; j <= intervals / 2; j++) {
        double share = 2 * j == intervals ? 1 : 2;
        sum -= share / (4.0 * j * j - 1) * Math.cos(2 * Math.PI * j * k / intervals);
      }
      weights[k] = (k == 0 || k == intervals ? 1 : 2) * sum / intervals;
    }
    return weights;
  }
}
