package org.enf.core.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.enf.core.egnn.Engine;
import org.enf.core.experiment.DensityCheck;
import org.enf.core.experiment.DensityCheck.Integral;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.SolverSettings;
import org.enf.core.text.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf experiment density}: whether the density of a trained flow integrates to one. */
@Command(
    name = "density",
    header = "Check that the density of a trained E-NF integrates to one.",
    customSynopsis = "enf experiment density [--particles M,...] [options]",
    description = {
      "",
      "Draws samples of particles in the plane with the double-well potential of dw4, trains a small"
          + " E-NF on them, and integrates its density over the positions with zero mean by"
          + " importance sampling: the mean of p(x) / q(x) over points of a density q that covers it,"
          + " normals about what the flow draws and a wide one. Takes about a minute.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf experiment density",
      "  enf experiment density --particles 4"
    })
final class DensityCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--particles",
      paramLabel = "M,...",
      split = ",",
      hideParamSyntax = true,
      description = "Numbers of particles, 2 to 4 (default: 2,3).")
  private List<Integer> particles = List.of(2, 3);

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "How often to go through the 1,000 training samples, ten steps each time (default:"
              + " ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Points of the importance sampling (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @ArgGroup(validate = false, heading = "%nSolver:%n")
  private SolverOptions solverOptions = new SolverOptions();

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  DensityCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    SolverSettings solver = solverOptions.settings(SolverSettings.PAPER);
    List<DensityCheck.Settings> checks =
        CommandException.usageIfIllegal(
            () ->
                particles.stream()
                    .map(count -> new DensityCheck.Settings(count, epochs, points, seed, solver))
                    .toList());
    List<String> lines = new ArrayList<>();
    lines.add(
        "| particles | steps | NLL before | NLL after | integral of the density | points that"
            + " count |");
    lines.add("| ---: | ---: | ---: | ---: | ---: | ---: |");
    try (Engine engine = engineOptions.open()) {
      session.terminal().say("engine: " + engine.description());
      for (DensityCheck.Settings check : checks) {
        session.terminal().say(Words.count(check.particles(), "particle") + ": training");
        lines.add(line(check, new DensityCheck(engine, check).run(session.interruption())));
      }
    }
    TextOutput.write(MoleculeFiles.STANDARD_STREAM, session.terminal(), lines);
    return ExitCode.DONE;
  }

  private static String line(DensityCheck.Settings check, Integral found) {
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.2f | %.2f | %.4f ± %.4f | %.0f %% of %,d |",
        check.particles(),
        found.steps(),
        found.before(),
        found.after(),
        found.value(),
        found.standardError(),
        100 * found.share(),
        check.points());
  }
}
