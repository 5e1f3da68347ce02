package org.enf.core.ode;

import org.enf.core.text.Words;

/**
 * Where the times of a fixed number of steps stand: at equal distances in t^(1/power).
 *
 * @param power 1 for equal steps; above 1 for shorter ones near t = 0, where the data are; 0.1 to
 *     10
 */
public record TimeGrid(double power) {
  /** Equal steps. */
  public static final TimeGrid EQUAL = new TimeGrid(1);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the power is out of range
   */
  public TimeGrid {
    if (!(power >= 0.1 && power <= 10)) {
      throw new IllegalArgumentException(
          "the power of a time grid must be 0.1 to 10, not " + power);
    }
  }

  /**
   * The time after {@code step} of {@code steps} steps from t0 to t1.
   *
   * @param t0 at least 0 unless the steps are equal
   * @param t1 at least 0 unless the steps are equal
   */
  public double at(int step, int steps, double t0, double t1) {
    if (power == 1) {
      return t0 + step * ((t1 - t0) / steps);
    }
    if (step == steps) {
      return t1;
    }
    double from = Math.pow(t0, 1 / power);
    double to = Math.pow(t1, 1 / power);
    return Math.pow(from + (to - from) * step / steps, power);
  }

  /** In words, for this many steps. */
  public String words(int steps) {
    return power == 1
        ? Words.count(steps, "equal step")
        : Words.count(steps, "step") + " at times (k/" + steps + ")^" + power;
  }

  /** The length of the step that begins there. */
  double length(int step, int steps, double t0, double t1) {
    return power == 1 ? (t1 - t0) / steps : at(step + 1, steps, t0, t1) - at(step, steps, t0, t1);
  }
}
