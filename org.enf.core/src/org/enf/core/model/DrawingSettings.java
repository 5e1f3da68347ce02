package org.enf.core.model;

import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.matching.RenewingSteps;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.TimeGrid;

/** How molecules come from latent variables. */
public sealed interface DrawingSettings {
  /** In words. */
  String words();

  /** The flow alone, each molecule by steps of its own. */
  static DrawingSettings of(SolverSettings solver) {
    return new AlongFlow(solver, ErrorControl.PER_MOLECULE);
  }

  /**
   * The flow alone.
   *
   * @param solver of its differential equation
   * @param control who decides on the steps
   */
  record AlongFlow(SolverSettings solver, ErrorControl control) implements DrawingSettings {
    @Override
    public String words() {
      return solver.words();
    }
  }

  /**
   * Steps that renew a part of the noise ({@link RenewingSteps}), for models of flow matching
   * without alignment.
   *
   * @param steps how many, of one evaluation each; 1 to 1,000,000
   * @param grid where they stand
   * @param churn how much of the noise each of them renews; above 0, at most 1,000
   */
  record Renewing(int steps, TimeGrid grid, double churn) implements DrawingSettings {
    /** What fits models of flow matching (docs/results/flow-matching.md). */
    public static final Renewing USUAL = new Renewing(50, new TimeGrid(2), 30);

    /** The same with four times the steps, which makes more molecules stable. */
    public static final Renewing FINE =
        new Renewing(4 * USUAL.steps(), USUAL.grid(), USUAL.churn());

    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_CHURN = 1_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the number of steps or the churn is out of its range
     */
    public Renewing {
      if (steps < 1 || steps > MOST_STEPS) {
        throw new IllegalArgumentException(
            "the number of steps must be 1 to 1,000,000, not " + steps);
      }
      if (!(churn > 0 && churn <= MOST_CHURN)) {
        throw new IllegalArgumentException(
            "the churn must be above 0 and at most 1,000, or 0 for the flow alone, not " + churn);
      }
    }

    /** The same with another churn. */
    public Renewing withChurn(double other) {
      return new Renewing(steps, grid, other);
    }

    @Override
    public String words() {
      return grid.words(steps) + ", churn " + churn;
    }
  }
}
