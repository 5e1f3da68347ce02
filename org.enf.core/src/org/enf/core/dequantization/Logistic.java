package org.enf.core.dequantization;

/** The logistic function and its logarithm, without overflow. */
final class Logistic {
  private Logistic() {}

  static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  /** −log sigmoid(−x). */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** −log of the slope of the sigmoid. */
  static double minusLogSlope(double x) {
    return softplus(-x) + softplus(x);
  }
}
