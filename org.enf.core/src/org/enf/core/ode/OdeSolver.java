package org.enf.core.ode;

import java.util.List;

/** A way to integrate dy/dt = f(t, y) from one time to another, forwards or backwards. */
public sealed interface OdeSolver permits FixedStepSolver, AdaptiveSolver {
  /** The method whose steps it takes. */
  ButcherTableau tableau();

  /**
   * Integrates without knowing of an earlier solve.
   *
   * @param y the state at t0; overwritten by the state at the time that was reached
   * @param listener hears of each accepted step
   * @param stop is asked before each evaluation
   * @return how it went; check it with {@link Solution#requireSuccess}
   */
  default Solution solve(
      OdeSystem system, State y, double t0, double t1, StepListener listener, StopSignal stop) {
    return solve(system, y, t0, t1, new FirstStep(), listener, stop);
  }

  /**
   * Integrates.
   *
   * @param y the state at t0; overwritten by the state at the time that was reached
   * @param first what an earlier solve found of the first step; overwritten by what this one finds
   * @param listener hears of each accepted step
   * @param stop is asked before each evaluation
   * @return how it went; check it with {@link Solution#requireSuccess}
   */
  Solution solve(
      OdeSystem system,
      State y,
      double t0,
      double t1,
      FirstStep first,
      StepListener listener,
      StopSignal stop);

  /**
   * Integrates several independent equations together, each with its own time, steps, error norm
   * and limit of evaluations. A member that has arrived or failed leaves the batch; the others go
   * on. What comes out for a member does not depend on the others.
   *
   * @param system stays open
   * @param y the states at t0; overwritten by those at the times that were reached
   * @param listener hears of each accepted step
   * @param stop is asked before each evaluation; the members under way are told as {@link
   *     Solution.Status#STOPPED} then
   * @return how it went, for each member
   */
  List<Solution> solveEach(
      EnsembleSystem system,
      EnsembleState y,
      double t0,
      double t1,
      EnsembleListener listener,
      StopSignal stop);

  /** A short description for logs: method and its settings. */
  String description();
}
