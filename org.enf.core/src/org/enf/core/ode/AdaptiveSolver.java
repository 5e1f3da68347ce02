package org.enf.core.ode;

import java.util.List;
import java.util.Locale;
import org.enf.core.ode.Solution.Status;

/**
 * Chooses the length of each step by the method's own error estimate (Hairer, Nørsett, Wanner,
 * section II.4).
 *
 * <p>The norm is the largest, over the parts of the state, root mean square of error over
 * tolerance. A step is kept if that is at most one; the next length is 0.9·norm^(−1/order) times as
 * long, at least 0.2 and at most 10 times, and not shorter after a step that was kept. The last
 * step ends at the end time.
 */
public final class AdaptiveSolver implements OdeSolver {
  private final ButcherTableau tableau;
  private final Tolerance tolerance;
  private final int maxEvaluations;
  private final StepControl control;

  /**
   * A solver.
   *
   * @param tableau a method with an error estimate whose last stage is the next first
   * @param maxEvaluations the most evaluations of the right-hand side, at least 10
   * @throws IllegalArgumentException if the method has no error estimate or the limit is too low
   */
  public AdaptiveSolver(ButcherTableau tableau, Tolerance tolerance, int maxEvaluations) {
    if (!tableau.estimatesError() || !tableau.firstSameAsLast()) {
      throw new IllegalArgumentException(
          "the solver " + tableau + " has no error estimate; give it a number of steps");
    }
    if (maxEvaluations < 10) {
      throw new IllegalArgumentException(
          "the limit of evaluations must be at least 10, not " + maxEvaluations);
    }
    this.tableau = tableau;
    this.tolerance = tolerance;
    this.maxEvaluations = maxEvaluations;
    control = new StepControl(tableau.order());
  }

  @Override
  public ButcherTableau tableau() {
    return tableau;
  }

  /** How large the error of a step may be. */
  public Tolerance tolerance() {
    return tolerance;
  }

  /** The same method and limit with another tolerance. */
  public AdaptiveSolver with(Tolerance other) {
    return new AdaptiveSolver(tableau, other, maxEvaluations);
  }

  /** The most evaluations of the right-hand side. */
  public int maxEvaluations() {
    return maxEvaluations;
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
    try (Run run = new Run(system, y, t0, t1, first, listener, stop)) {
      return run.solve();
    }
  }

  @Override
  public List<Solution> solveEach(
      EnsembleSystem system,
      EnsembleState y,
      double t0,
      double t1,
      EnsembleListener listener,
      StopSignal stop) {
    return new EnsembleRun(
            tableau, new ErrorSteps(control, tolerance, maxEvaluations), y, t0, t1, listener, stop)
        .solve(system);
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "%s, rtol %g, atol %g",
        tableau.name(),
        tolerance.relative(),
        tolerance.absolute());
  }

  /** One integration. */
  private final class Run implements AutoCloseable {
    private final OdeSystem system;
    private final State y;
    private final double t0;
    private final double t1;
    private final FirstStep first;
    private final StepListener listener;
    private final StopSignal stop;
    private final RungeKuttaStages stages;
    private final State after;
    private final State error;
    private final State scratch;
    private double t;
    private int evaluations;
    private int accepted;
    private int rejected;

    Run(
        OdeSystem system,
        State y,
        double t0,
        double t1,
        FirstStep first,
        StepListener listener,
        StopSignal stop) {
      this.system = system;
      this.y = y;
      this.t0 = t0;
      this.t1 = t1;
      this.first = first;
      this.listener = listener;
      this.stop = stop;
      t = t0;
      stages = new RungeKuttaStages(tableau, y);
      after = y.sibling();
      error = y.sibling();
      scratch = y.sibling();
    }

    Solution solve() {
      if (stop.requested()) {
        return ended(Status.STOPPED);
      }
      double direction = Math.signum(t1 - t0);
      double whole = Math.abs(t1 - t0);
      stages.evaluate(0, system, t0, 0, y);
      evaluations++;
      if (stop.requested()) {
        return ended(Status.STOPPED);
      }
      double h = firstStep(direction, whole);
      while (Math.abs(t - t0) < whole) {
        boolean last = Math.abs(t1 - t) <= h * (1 + StepControl.SMALLEST_STEP);
        double step = last ? t1 - t : direction * h;
        if (evaluations + tableau.stages() - 1 > maxEvaluations) {
          return ended(Status.TOO_MANY_EVALUATIONS);
        }
        if (!evaluateStages(step)) {
          return ended(Status.STOPPED);
        }
        double norm = errorNorm(step);
        if (norm <= 1) {
          if (accepted == 0) {
            first.set(control.best(Math.abs(step), norm));
          }
          listener.accepted(t, step, y, stages.slopes());
          accepted++;
          t = last ? t1 : t + step;
          y.set(after);
          stages.rotate();
        } else {
          rejected++;
          if (Math.abs(step) < StepControl.SMALLEST_STEP * whole) {
            return ended(Double.isFinite(norm) ? Status.STEP_TOO_SMALL : Status.NOT_FINITE);
          }
        }
        h = Math.abs(step) * control.factor(norm);
      }
      return ended(Status.SUCCESS);
    }

    private boolean evaluateStages(double step) {
      for (int i = 1; i < tableau.stages(); i++) {
        if (stop.requested()) {
          return false;
        }
        stages.evaluate(i, system, t, step, y);
        evaluations++;
      }
      return true;
    }

    private double errorNorm(double step) {
      after.set(y);
      stages.addStep(step, after);
      stages.writeError(step, error);
      return scratch.weightedNorm(error, y, after, tolerance);
    }

    /** As long as the last solve says, or by Hairer's rule (section II.4, page 169). */
    private double firstStep(double direction, double whole) {
      if (first.length() > 0) {
        return Math.min(whole, first.length());
      }
      double d0 = scratch.weightedNorm(y, y, y, tolerance);
      double d1 = scratch.weightedNorm(stages.slope(0), y, y, tolerance);
      double trial = StepControl.trial(d0, d1, whole);
      after.set(y);
      after.add(direction * trial, stages.slope(0));
      system.derivative(t0 + direction * trial, after, error);
      evaluations++;
      error.add(-1, stages.slope(0));
      return control.first(trial, d1, scratch.weightedNorm(error, y, y, tolerance), whole);
    }

    private Solution ended(Status status) {
      if (status != Status.SUCCESS) {
        first.set(0);
      }
      return new Solution(status, t, evaluations, accepted, rejected, maxEvaluations);
    }

    @Override
    public void close() {
      stages.close();
      after.close();
      error.close();
      scratch.close();
    }
  }
}
