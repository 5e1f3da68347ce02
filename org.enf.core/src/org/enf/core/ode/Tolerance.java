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

  /**
   * A share of this one, but not below a floor unless this one is.
   *
   * @param share above 0, at most 1
   * @param floor the smallest relative and absolute tolerance that makes sense
   */
  public Tolerance tightened(double share, double floor) {
    return new Tolerance(tightened(relative, share, floor), tightened(absolute, share, floor));
  }

  private static double tightened(double tolerance, double share, double floor) {
    return Math.min(tolerance, Math.max(share * tolerance, floor));
  }
}
