package org.enf.core.ode;

import org.enf.core.text.Words;

/**
 * Which solver to use and how exactly.
 *
 * @param method the name of a {@link ButcherTableau}
 * @param steps the number of fixed steps, or 0 to choose each step by its error
 * @param relativeTolerance used if {@code steps} is 0
 * @param absoluteTolerance used if {@code steps} is 0
 * @param maxEvaluations the most evaluations of one solve if {@code steps} is 0
 * @param gridPower the power of the {@link TimeGrid} of fixed steps, 1 for equal ones
 */
public record SolverSettings(
    String method,
    int steps,
    double relativeTolerance,
    double absoluteTolerance,
    int maxEvaluations,
    double gridPower) {
  /** The evaluations after which a solve is given up. */
  public static final int DEFAULT_MAX_EVALUATIONS = 2000;

  /** The paper's solver: dopri5 with relative and absolute tolerance 10⁻⁴. */
  public static final SolverSettings PAPER = adaptive("dopri5", 1e-4, 1e-4);

  /**
   * Checks that such a solver exists.
   *
   * @throws IllegalArgumentException if not; the message says why
   */
  public SolverSettings {
    create(method, steps, relativeTolerance, absoluteTolerance, maxEvaluations, gridPower);
  }

  /** Settings with equal steps, if they are fixed. */
  public SolverSettings(
      String method,
      int steps,
      double relativeTolerance,
      double absoluteTolerance,
      int maxEvaluations) {
    this(method, steps, relativeTolerance, absoluteTolerance, maxEvaluations, 1);
  }

  /** A method that chooses its steps. */
  public static SolverSettings adaptive(
      String method, double relativeTolerance, double absoluteTolerance) {
    return new SolverSettings(
        method, 0, relativeTolerance, absoluteTolerance, DEFAULT_MAX_EVALUATIONS);
  }

  /** A method with this many equal steps. */
  public static SolverSettings fixed(String method, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("the number of solver steps must be at least 1");
    }
    return new SolverSettings(
        method, steps, PAPER.relativeTolerance, PAPER.absoluteTolerance, DEFAULT_MAX_EVALUATIONS);
  }

  /** The same with another grid of its fixed steps. */
  public SolverSettings withGridPower(double power) {
    return new SolverSettings(
        method, steps, relativeTolerance, absoluteTolerance, maxEvaluations, power);
  }

  /** The solver. */
  public OdeSolver solver() {
    return create(method, steps, relativeTolerance, absoluteTolerance, maxEvaluations, gridPower);
  }

  private static OdeSolver create(
      String method, int steps, double rtol, double atol, int maxEvaluations, double gridPower) {
    TimeGrid grid = new TimeGrid(gridPower);
    ButcherTableau tableau = ButcherTableau.named(method);
    return steps == 0
        ? new AdaptiveSolver(tableau, new Tolerance(rtol, atol), maxEvaluations)
        : new FixedStepSolver(tableau, steps, grid);
  }

  /** In words, with all that its results depend on. */
  public String description() {
    return solver().description()
        + (steps > 0 || maxEvaluations == DEFAULT_MAX_EVALUATIONS
            ? ""
            : ", at most " + Words.number(maxEvaluations) + " evaluations");
  }

  /** In words. */
  public String words() {
    return steps > 0
        ? method + " with " + new TimeGrid(gridPower).words(steps)
        : method
            + " with rtol "
            + relativeTolerance
            + " and atol "
            + absoluteTolerance
            + (maxEvaluations == DEFAULT_MAX_EVALUATIONS
                ? ""
                : " and at most " + Words.number(maxEvaluations) + " evaluations");
  }
}
