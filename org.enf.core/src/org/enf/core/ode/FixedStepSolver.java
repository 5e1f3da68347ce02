package org.enf.core.ode;

import java.util.List;

/** Takes a given number of steps, equal or along a {@link TimeGrid}. */
public final class FixedStepSolver implements OdeSolver {
  private static final int MAX_STEPS = 1_000_000;

  private final ButcherTableau tableau;
  private final int steps;
  private final TimeGrid grid;

  /**
   * A solver with equal steps.
   *
   * @param steps how many steps from the start to the end, 1 to 1,000,000
   * @throws IllegalArgumentException if the number is out of range
   */
  public FixedStepSolver(ButcherTableau tableau, int steps) {
    this(tableau, steps, TimeGrid.EQUAL);
  }

  /**
   * A solver.
   *
   * @param steps how many steps from the start to the end, 1 to 1,000,000
   * @param grid where they stand
   * @throws IllegalArgumentException if the number is out of range
   */
  public FixedStepSolver(ButcherTableau tableau, int steps, TimeGrid grid) {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "the number of solver steps must be 1 to " + MAX_STEPS + ", not " + steps);
    }
    this.tableau = tableau;
    this.steps = steps;
    this.grid = grid;
  }

  @Override
  public ButcherTableau tableau() {
    return tableau;
  }

  @Override
  public Solution solve(
      OdeSystem system,
      State y,
      double t0,
      double t1,
      FirstStep first,
      StepListener listener,
      StopSignal stop) {
    int evaluations = 0;
    try (RungeKuttaStages stages = new RungeKuttaStages(tableau, y)) {
      for (int step = 0; step < steps; step++) {
        double t = grid.at(step, steps, t0, t1);
        double h = grid.length(step, steps, t0, t1);
        int firstStage = step > 0 && tableau.firstSameAsLast() ? 1 : 0;
        for (int i = firstStage; i < tableau.stages(); i++) {
          if (stop.requested()) {
            return new Solution(Solution.Status.STOPPED, t, evaluations, step, 0);
          }
          stages.evaluate(i, system, t, h, y);
          evaluations++;
        }
        listener.accepted(t, h, y, stages.slopes());
        stages.addStep(h, y);
        stages.rotate();
        if (!isFinite(y)) {
          return new Solution(Solution.Status.NOT_FINITE, t, evaluations, step, 0);
        }
      }
    }
    return new Solution(Solution.Status.SUCCESS, t1, evaluations, steps, 0);
  }

  private static boolean isFinite(State y) {
    for (int i = 0; i < y.size(); i++) {
      if (!Double.isFinite(y.part(i).dot(y.part(i)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<Solution> solveEach(
      EnsembleSystem system,
      EnsembleState y,
      double t0,
      double t1,
      EnsembleListener listener,
      StopSignal stop) {
    return new EnsembleRun(tableau, new GridSteps(steps, grid), y, t0, t1, listener, stop)
        .solve(system);
  }

  @Override
  public String description() {
    return tableau.name()
        + ", "
        + steps
        + " steps"
        + (grid.equals(TimeGrid.EQUAL) ? "" : " at times (k/" + steps + ")^" + grid.power());
  }
}
