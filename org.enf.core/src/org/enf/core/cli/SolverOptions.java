package org.enf.core.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.enf.core.model.DrawingSettings;
import org.enf.core.ode.Accuracy;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.TimeGrid;
import picocli.CommandLine.Option;

/** The options that choose the solver of the flow's differential equation. */
final class SolverOptions {
  @Option(
      names = "--solver",
      paramLabel = "NAME",
      completionCandidates = MethodNames.class,
      description =
          "Runge-Kutta method: ${COMPLETION-CANDIDATES} (default: dopri5; to draw from models of flow"
              + " matching by the flow alone, midpoint with 25 steps and --grid 1.5).")
  private String method;

  @Option(
      names = "--accuracy",
      paramLabel = "KIND",
      completionCandidates = AccuracyNames.class,
      description =
          "Both tolerances of a step: ${COMPLETION-CANDIDATES} for 1e-2, 1e-4 and 1e-6 (default:"
              + " paper). The looser, the fewer evaluations.")
  private String accuracy;

  @Option(
      names = "--rtol",
      paramLabel = "X",
      description = "Relative tolerance of a step (default: as --accuracy says).")
  private Double relativeTolerance;

  @Option(
      names = "--atol",
      paramLabel = "X",
      description = "Absolute tolerance of a step (default: as --accuracy says).")
  private Double absoluteTolerance;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "Take N steps, whatever their error; without it, dopri5 chooses its steps by the"
              + " tolerances.")
  private Integer steps;

  @Option(
      names = "--grid",
      paramLabel = "X",
      description =
          "Let the N steps of --steps stand at the times (k/N)^X: above 1 they are shorter near the"
              + " data (default: 1).")
  private Double gridPower;

  @Option(
      names = "--max-nfe",
      paramLabel = "N",
      description =
          "Give an integration up that would need more than N evaluations of the velocity (default:"
              + " "
              + SolverSettings.DEFAULT_MAX_EVALUATIONS
              + ").")
  private Integer maxEvaluations;

  /** The names of the accuracies, for the help. */
  static final class AccuracyNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Accuracy.values()).map(Accuracy::id).iterator();
    }
  }

  /** The names of the methods, for the help. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ButcherTableau.ALL.stream().map(ButcherTableau::name).iterator();
    }
  }

  /** Whether a method or a tolerance is named, which only the flow alone has. */
  boolean nameSolver() {
    return method != null || tolerance();
  }

  /**
   * Steps that renew noise, with another number or grid where these are given.
   *
   * @throws CommandException if one is out of range, or an option is for solvers that choose their
   *     steps
   */
  DrawingSettings.Renewing renewing(DrawingSettings.Renewing usual) {
    if (maxEvaluations != null) {
      throw CommandException.usage(
          "--max-nfe limits a solver that chooses its steps; with churn there are as many"
              + " evaluations as --steps: leave it out, or add --churn 0");
    }
    return CommandException.usageIfIllegal(
        () ->
            new DrawingSettings.Renewing(
                steps == null ? usual.steps() : steps,
                gridPower == null ? usual.grid() : new TimeGrid(gridPower),
                usual.churn()));
  }

  private boolean tolerance() {
    return accuracy != null || relativeTolerance != null || absoluteTolerance != null;
  }

  /**
   * The solver.
   *
   * @param otherwise gives what no option names
   * @throws CommandException if there is no such solver
   */
  SolverSettings settings(SolverSettings otherwise) {
    SolverSettings chosen = withoutLimit(otherwise);
    if (gridPower != null) {
      if (chosen.steps() == 0) {
        throw CommandException.usage("--grid belongs to a fixed number of --steps");
      }
      return CommandException.usageIfIllegal(() -> chosen.withGridPower(gridPower));
    }
    if (maxEvaluations == null) {
      return chosen;
    }
    if (chosen.steps() > 0) {
      throw CommandException.usage(
          "--max-nfe limits a solver that chooses its steps; equal steps need as many evaluations"
              + " as they need: leave out --max-nfe, or --steps");
    }
    return CommandException.usageIfIllegal(
        () ->
            new SolverSettings(
                chosen.method(),
                0,
                chosen.relativeTolerance(),
                chosen.absoluteTolerance(),
                maxEvaluations));
  }

  private SolverSettings withoutLimit(SolverSettings otherwise) {
    boolean tolerance = tolerance();
    if (steps != null && tolerance) {
      throw CommandException.usage(
          "--steps takes equal steps, whatever their error: leave out --accuracy, --rtol and"
              + " --atol, or --steps");
    }
    String name = method != null ? method : otherwise.method();
    if (steps != null) {
      SolverSettings fixed =
          CommandException.usageIfIllegal(() -> SolverSettings.fixed(name, steps));
      return method == null ? fixed.withGridPower(otherwise.gridPower()) : fixed;
    }
    if (method == null && !tolerance) {
      return otherwise;
    }
    if (otherwise.steps() > 0 && !tolerance) {
      return CommandException.usageIfIllegal(() -> SolverSettings.fixed(name, otherwise.steps()));
    }
    requireErrorEstimate(name);
    return CommandException.usageIfIllegal(
        () ->
            SolverSettings.adaptive(
                name,
                tolerance(relativeTolerance, otherwise.relativeTolerance()),
                tolerance(absoluteTolerance, otherwise.absoluteTolerance())));
  }

  private double tolerance(Double given, double otherwise) {
    if (given != null) {
      return given;
    }
    return accuracy != null ? Accuracy.named(accuracy).tolerance() : otherwise;
  }

  private static void requireErrorEstimate(String name) {
    boolean estimates =
        CommandException.usageIfIllegal(() -> ButcherTableau.named(name).estimatesError());
    if (!estimates) {
      throw CommandException.usage(
          "the solver " + name + " cannot choose its steps; give their number by --steps");
    }
  }
}
