package org.enf.core.ode;

/**
 * The exact gradient of what a Runge-Kutta solver computed, its steps taken as given: reverse-mode
 * differentiation of the steps themselves (discretise, then optimise).
 *
 * <p>Only the states before the steps are stored; the stages are computed again, one step at a
 * time.
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
    try (RungeKuttaStages stages = new RungeKuttaStages(tableau, cotangent);
        State argument = cotangent.sibling()) {
      for (int s = steps.size() - 1; s >= 0; s--) {
        reverseStep(system, steps.step(s), stages, slopes, argument, cotangent, stop);
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
      RungeKuttaStages stages,
      State[] slopes,
      State argument,
      State cotangent,
      StopSignal stop) {
    int used = lastUsedStage() + 1;
    // the last stage's own value goes into nothing but the end of the step
    for (int i = 0; i < used - 1; i++) {
      check(stop);
      stages.evaluate(i, system, step.t(), step.h(), step.before());
    }
    for (int i = 0; i < used; i++) {
      slopes[i].fill(0);
      if (tableau.b(i) != 0) {
        slopes[i].add(step.h() * tableau.b(i), cotangent);
      }
    }
    for (int i = used - 1; i >= 0; i--) {
      check(stop);
      double t = step.t() + tableau.c(i) * step.h();
      system.reverse(t, stages.argument(i, step.h(), step.before()), slopes[i], argument);
      cotangent.add(1, argument);
      for (int j = 0; j < i; j++) {
        if (tableau.a(i, j) != 0) {
          slopes[j].add(step.h() * tableau.a(i, j), argument);
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
