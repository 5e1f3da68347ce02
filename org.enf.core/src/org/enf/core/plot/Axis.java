package org.enf.core.plot;

/**
 * An axis.
 *
 * @param label what is plotted, with its unit
 * @param scale how values become lengths
 * @param from the lowest value shown; NaN to take it from the data
 * @param to the highest value shown; NaN to take it from the data
 */
public record Axis(String label, Scale scale, double from, double to) {
  /** How values become lengths. */
  public enum Scale {
    /** Equal steps are equally long. */
    LINEAR,
    /** Equal factors are equally long; values must be above 0. */
    LOGARITHMIC
  }

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if the lower end is not below the upper one, or not above 0 on
   *     a logarithmic axis
   */
  public Axis {
    if (from >= to || scale == Scale.LOGARITHMIC && from <= 0) {
      throw new IllegalArgumentException("an axis cannot go from " + from + " to " + to);
    }
  }

  /** An axis with equal steps over the range of the data. */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, Double.NaN, Double.NaN);
  }

  /** An axis with equal factors over the range of the data. */
  public static Axis logarithmic(String label) {
    return new Axis(label, Scale.LOGARITHMIC, Double.NaN, Double.NaN);
  }

  /** The same axis over this range. */
  public Axis between(double lowest, double highest) {
    return new Axis(label, scale, lowest, highest);
  }
}
