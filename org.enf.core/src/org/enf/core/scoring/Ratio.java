package org.enf.core.scoring;

import java.util.OptionalDouble;

/**
 * So many of so many.
 *
 * @param numerator how many have the property, 0 to denominator
 * @param denominator how many were looked at; 0 where there was nothing to look at
 */
public record Ratio(long numerator, long denominator) {
  /**
   * Checks the two counts.
   *
   * @throws IllegalArgumentException if not {@code 0 <= numerator <= denominator}
   */
  public Ratio {
    if (numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException(numerator + " of " + denominator + " is no ratio");
    }
  }

  /** The ratio between 0 and 1; nothing where the denominator is 0. */
  public OptionalDouble value() {
    return denominator == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) numerator / denominator);
  }
}
