package org.enf.core.ode;

/**
 * How long a step should be, from the error of the one before (Hairer, Nørsett, Wanner, section
 * II.4).
 *
 * @param order the order of the method
 */
record StepControl(int order) {
  /** A step below this share of the whole way is taken for the end of the arithmetic. */
  static final double SMALLEST_STEP = 1e-10;

  private static final double SAFETY = 0.9;
  private static final double MIN_FACTOR = 0.2;
  private static final double MAX_FACTOR = 10;

  /** How many times as long the next step should be after one with this error norm. */
  double factor(double norm) {
    if (!Double.isFinite(norm)) {
      return MIN_FACTOR;
    }
    return Math.min(MAX_FACTOR, Math.max(norm <= 1 ? 1 : MIN_FACTOR, ideal(norm)));
  }

  /** How long a step with this error norm should have been. */
  double best(double length, double norm) {
    return length * Math.min(MAX_FACTOR, ideal(norm));
  }

  private double ideal(double norm) {
    return SAFETY * Math.pow(Math.max(norm, 1e-10), -1.0 / order);
  }

  /** The length of a first trial step (page 169), from the norms of state and slope. */
  static double trial(double stateNorm, double slopeNorm, double whole) {
    return Math.min(
        whole, stateNorm < 1e-5 || slopeNorm < 1e-5 ? 1e-6 : 0.01 * stateNorm / slopeNorm);
  }

  /**
   * The length of the first step (page 169).
   *
   * @param bend the norm of the change of the slope over the trial step
   */
  double first(double trial, double slopeNorm, double bend, double whole) {
    double steepest = Math.max(slopeNorm, bend / trial);
    double second =
        steepest <= 1e-15 ? Math.max(1e-6, trial * 1e-3) : Math.pow(0.01 / steepest, 1.0 / order);
    double first = Math.min(100 * trial, second);
    // a slope that is not finite is found by the first step, which needs a length for it
    return first > 0 ? Math.min(whole, first) : whole;
  }
}
