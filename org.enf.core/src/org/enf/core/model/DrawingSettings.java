package org.enf.core.model;

import org.enf.core.flow.ErrorControl;
import org.enf.core.ode.SolverSettings;

/**
 * How molecules come from latent variables.
 *
 * @param solver of the flow's differential equation
 * @param control who decides on its steps
 * @param churn how far each step to the data, in its own lengths, first goes back towards the noise
 *     with fresh noise (see {@link org.enf.core.flow.matching.NoiseRenewal}), 0 to follow the flow
 *     alone; 0 to 100
 */
public record DrawingSettings(SolverSettings solver, ErrorControl control, double churn) {
  private static final int MOST_CHURN = 100;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if the churn is out of its range, or the solver chooses its
   *     steps and there is churn
   */
  public DrawingSettings {
    if (!(churn >= 0 && churn <= MOST_CHURN)) {
      throw new IllegalArgumentException("the churn must be 0 to " + MOST_CHURN + ", not " + churn);
    }
    if (churn > 0 && solver.steps() == 0) {
      throw new IllegalArgumentException(
          "churn needs a fixed number of steps; choose one, or draw without churn");
    }
  }

  /** The flow alone, each molecule by steps of its own. */
  public static DrawingSettings of(SolverSettings solver) {
    return new DrawingSettings(solver, ErrorControl.PER_MOLECULE, 0);
  }

  /** The same with another solver. */
  public DrawingSettings with(SolverSettings other) {
    return new DrawingSettings(other, control, churn);
  }

  /** The same with another error control. */
  public DrawingSettings with(ErrorControl other) {
    return new DrawingSettings(solver, other, churn);
  }

  /** The same with another churn. */
  public DrawingSettings withChurn(double other) {
    return new DrawingSettings(solver, control, other);
  }

  /** Solver and churn in words. */
  public String words() {
    return solver.words() + (churn == 0 ? "" : ", churn " + churn);
  }
}
