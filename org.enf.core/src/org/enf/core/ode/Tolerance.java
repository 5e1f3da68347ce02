package org.enf.core.ode;

/**
 * How large the error of a step may be: {@code absolute + relative · |y|}.
 *
 * @param relative at least 0
 * @param absolute above 0
 */
public record Tolerance(double relative, double absolute) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a tolerance is out of range
   */
  public Tolerance {
    if (!(relative >= 0 && relative < 1)) {
      throw new IllegalArgumentException(
          "the relative tolerance must be at least 0 and below 1, not " + relative);
    }
    if (!(absolute > 0 && absolute < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the absolute tolerance must be above 0, not " + absolute);
    }
  }
}
