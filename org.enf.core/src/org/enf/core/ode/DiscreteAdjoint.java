package org.enf.core.ode;

/**
 * The exact gradient of what a Runge-Kutta solver computed, its steps taken as given: reverse-mode
 * differentiation of the steps themselves (discretise, then optimise).
 *
 * <p>The states before the steps and the slopes of their stages are stored, so that nothing has to
 * be evaluated again; what the right-hand side needs within is its own business.
 */
public final class DiscreteAdjoint {
  private final ButcherTableau tableau;

  /** The adjoint of a solver with this method. */
  public DiscreteAdjoint(ButcherTableau tableau) {
    this.tableau = tableau;
  }

  /**
   * Goes back through all steps.
   *
   * @param steps the steps of the solve
   * @param cotangent the gradient of a loss by the final state; overwritten by that by the first
   * @param stop is asked before each evaluation
   * @return how often {@link ReversibleSystem#reverse} was called
   * @throws StoppedException if asked to stop
   */
  public int reverse(
      ReversibleSystem system, StepRecorder steps, State cotangent, StopSignal stop) {
    State[] slopes = new State[tableau.stages()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = cotangent.sibling();
    }
    try (State argument = cotangent.sibling();
        State gradient = cotangent.sibling()) {
      for (int s = steps.size() - 1; s >= 0; s--) {
        reverseStep(system, steps.step(s), slopes, argument, gradient, cotangent, stop);
      }
      return steps.size() * (lastUsedStage() + 1);
    } finally {
      for (State slope : slopes) {
        slope.close();
      }
    }
  }

  private void reverseStep(
      ReversibleSystem system,
      StepRecorder.Step step,
      State[] slopes,
      State argument,
      State gradient,
      State cotangent,
      StopSignal stop) {
    int used = lastUsedStage() + 1;
    for (int i = 0; i < used; i++) {
      slopes[i].fill(0);
      if (tableau.b(i) != 0) {
        slopes[i].add(step.h() * tableau.b(i), cotangent);
      }
    }
    for (int i = used - 1; i >= 0; i--) {
      check(stop);
      double t = step.t() + tableau.c(i) * step.h();
      RungeKuttaStages.argument(tableau, i, step.h(), step.before(), step.slopes(), argument);
      system.reverse(t, argument, step.slopes().get(i), slopes[i], gradient);
      cotangent.add(1, gradient);
      for (int j = 0; j < i; j++) {
        if (tableau.a(i, j) != 0) {
          slopes[j].add(step.h() * tableau.a(i, j), gradient);
        }
      }
    }
  }

  private int lastUsedStage() {
    int last = tableau.stages() - 1;
    while (tableau.b(last) == 0) {
      last--;
    }
    return last;
  }

  private static void check(StopSignal stop) {
    if (stop.requested()) {
      throw new StoppedException();
    }
  }
}
