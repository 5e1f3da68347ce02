package org.enf.core.ode;

/** A way to integrate dy/dt = f(t, y) from one time to another, forwards or backwards. */
public sealed interface OdeSolver permits FixedStepSolver, AdaptiveSolver {
  /** The method whose steps it takes. */
  ButcherTableau tableau();

  /**
   * Integrates.
   *
   * @param y the state at t0; overwritten by the state at the time that was reached
   * @param listener hears of each accepted step
   * @param stop is asked before each evaluation
   * @return how it went; check it with {@link Solution#requireSuccess}
   */
  Solution solve(
      OdeSystem system, State y, double t0, double t1, StepListener listener, StopSignal stop);

  /** A short description for logs: method and its settings. */
  String description();
}
