package org.enf.core.ode;

import java.util.Locale;

/** An integration that did not reach its end. */
public final class OdeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Solution solution;

  /** An exception for a solution that is not a success. */
  public OdeException(Solution solution) {
    super(
        String.format(
            Locale.ROOT,
            "the ODE was left at t = %.4g after %d evaluations: %s",
            solution.time(),
            solution.evaluations(),
            solution.reason()));
    this.solution = solution;
  }

  /** How the integration went. */
  public Solution solution() {
    return solution;
  }
}
