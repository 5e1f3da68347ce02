package org.enf.core.ode;

/**
 * The states within a step: with s for the share of the step, {@code y + s(change + (1 − s)(bend +
 * s(skew + (1 − s)·quartic)))} (Hairer, Nørsett, Wanner, section II.6).
 *
 * @param start the time at which the step begins
 * @param length negative when going back in time
 * @param y the state there
 */
record Interpolant(
    double start,
    double length,
    double[] y,
    double[] change,
    double[] bend,
    double[] skew,
    double[] quartic) {
  double end() {
    return start + length;
  }

  /** Whether a time is not before this step. */
  boolean hasBegun(double t) {
    return (t - start) * length >= 0;
  }

  double[] state(double t) {
    double s = (t - start) / length;
    double[] state = new double[y.length];
    for (int i = 0; i < state.length; i++) {
      state[i] =
          y[i] + s * (change[i] + (1 - s) * (bend[i] + s * (skew[i] + (1 - s) * quartic[i])));
    }
    return state;
  }
}
