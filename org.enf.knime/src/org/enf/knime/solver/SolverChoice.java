package org.enf.knime.solver;

import org.enf.core.model.DrawingSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.ode.SolverSettings;
import org.knime.node.parameters.widget.choices.Label;

/** By which method the flow's differential equation is solved. */
public enum SolverChoice {
  /** What fits the model. */
  @Label(
      value = "What fits the model",
      description =
          "Draws from models of flow matching by 50 steps that renew a part of the noise (churn 30),"
              + " which makes more molecules stable, and takes 25 midpoint steps for their"
              + " likelihood; Dormand-Prince with tolerance 1e-4 for other models.")
  USUAL(null, false),

  /** What fits the model, with more evaluations. */
  @Label(
      value = "What fits the model, finer",
      description =
          "The same with four times the steps, or with tolerance 1e-6 in place of 1e-4: slower."
              + " Models of flow matching draw more stable molecules so.")
  FINE(null, false),

  /** Dormand and Prince's method, which chooses its steps. */
  @Label(
      value = "Dormand-Prince",
      description = "Chooses its steps by the tolerance, for each molecule alone.")
  DOPRI5("dopri5", true),

  /** The midpoint method. */
  @Label(value = "Midpoint", description = "Fixed steps of two evaluations each.")
  MIDPOINT("midpoint", false),

  /** The classical Runge-Kutta method. */
  @Label(value = "Runge-Kutta", description = "Fixed steps of four evaluations each.")
  RK4("rk4", false),

  /** Euler's method. */
  @Label(value = "Euler", description = "Fixed steps of one evaluation each.")
  EULER("euler", false);

  private final String method;
  private final boolean adaptive;

  SolverChoice(String method, boolean adaptive) {
    this.method = method;
    this.adaptive = adaptive;
  }

  /**
   * How to draw from a model; all but what fits it follow the flow alone.
   *
   * @param model whose usual way is taken where that is chosen
   * @param steps of methods with fixed steps
   * @param tolerance relative and absolute, of methods that choose their steps
   */
  public DrawingSettings drawing(EnfModel model, int steps, double tolerance) {
    return switch (this) {
      case USUAL -> model.usualDrawing();
      case FINE -> model.fineDrawing();
      default -> DrawingSettings.of(solver(model, steps, tolerance));
    };
  }

  /**
   * The solver of the flow alone.
   *
   * @param model whose usual one is taken where that is chosen
   * @param steps of methods with fixed steps
   * @param tolerance relative and absolute, of methods that choose their steps
   */
  public SolverSettings solver(EnfModel model, int steps, double tolerance) {
    return switch (this) {
      case USUAL -> model.usualSolver();
      case FINE -> model.fineSolver();
      default ->
          adaptive
              ? SolverSettings.adaptive(method, tolerance, tolerance)
              : SolverSettings.fixed(method, steps);
    };
  }
}
