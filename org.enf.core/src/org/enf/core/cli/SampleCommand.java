package org.enf.core.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.model.DrawingSettings;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeFormat;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.ode.SolverSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enf sample}: draws molecules from a model. */
@Command(
    name = "sample",
    header = "Draw molecules from a model.",
    customSynopsis = "enf sample [--model M.enf] --count N --out FILE.sdf|FILE.xyz|- [options]",
    description = {
      "",
      "Draws the number of atoms from p(M) and latent variables from the prior, and lets the flow"
          + " make molecules of them. They are written as they are drawn, good or bad; enf score"
          + " tells how good. In SDF they have the bonds that their distances tell (Appendix A.3 of"
          + " the paper).",
      "",
      "The same seed gives the same molecules on the same engine up to rounding, whatever the count"
          + " and the batch size, unless the steps are shared by a batch. Ctrl-C keeps what was"
          + " drawn.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf sample --count 100 --out samples.sdf",
      "  enf sample --model qm9.enf --count 1000 --out samples.sdf",
      "  enf sample --model qm9.enf --count 1000 --out - | enf score --in -"
    })
final class SampleCommand implements Callable<Integer> {
  private static final String DEFAULT_MODEL = "builtin:qm9";

  private final Session session;

  @Option(
      names = "--model",
      paramLabel = "M.enf",
      defaultValue = DEFAULT_MODEL,
      description = "The model: a file, or builtin:qm9 (default: ${DEFAULT-VALUE}).")
  private ModelSource model = new ModelSource(DEFAULT_MODEL);

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      description = "How many molecules to draw.")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description =
          "Where to write: .sdf or .xyz, either with .gz; - for the standard output. A file that is"
              + " there is replaced.")
  private String out;

  @Option(
      names = "--format",
      paramLabel = "KIND",
      defaultValue = "sdf",
      description = "Format for the standard output: sdf or xyz (default: ${DEFAULT-VALUE}).")
  private String format = "sdf";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines the molecules (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--atoms",
      paramLabel = "N",
      description = "Draw molecules with N atoms only (default: by p(M)).")
  private Integer atoms;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many go through the flow together (default: ${DEFAULT-VALUE}).")
  private int batchSize;

  @Option(
      names = "--trajectory",
      paramLabel = "N",
      description =
          "Write for each molecule its way from the latent variables in N + 1 frames at equal times,"
              + " the molecule last.")
  private Integer intervals;

  @Option(
      names = "--churn",
      paramLabel = "X",
      description = {
        "Let each step to the data renew a part of the noise, the more the larger X, which forgets"
            + " errors made before; for models of flow matching, with --steps (default: 50) and"
            + " --grid (default: 2). 0 follows the flow alone (default: 30 for such models, 0 if"
            + " --solver, a tolerance or --trajectory is given)."
      })
  private Double churn;

  @ArgGroup(validate = false, heading = "%nSolver:%n")
  private SolverOptions solverOptions = new SolverOptions();

  @Mixin private ErrorControlOption errorControl = new ErrorControlOption();

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OptionalInt size = atoms == null ? OptionalInt.empty() : OptionalInt.of(atoms);
    MoleculeSampler.Request request =
        CommandException.usageIfIllegal(
            () -> new MoleculeSampler.Request(count, seed, size, batchSize));
    MoleculeFormat streamFormat = streamFormat();
    EnfModel loaded = model.molecules();
    SamplingRun.Integration integration = integration(loaded);
    try (Engine engine = engineOptions.open()) {
      return session
          .interruption()
          .shielded(() -> sample(loaded, engine, integration, request, streamFormat));
    }
  }

  private int sample(
      EnfModel loaded,
      Engine engine,
      SamplingRun.Integration integration,
      MoleculeSampler.Request request,
      MoleculeFormat streamFormat)
      throws IOException {
    try (MoleculeWriter writer = open(streamFormat)) {
      session.terminal().say("engine: " + engine.description());
      session.terminal().say("solver: " + integration.drawing().words());
      SamplingRun.Outcome outcome =
          new SamplingRun(session).run(loaded, engine, integration, request, writer::write);
      writer.commit();
      session.terminal().say(outcome.sentence());
      if (!out.equals(MoleculeFiles.STANDARD_STREAM)) {
        session.terminal().say("molecules: " + out);
      }
      return exitCode(outcome, integration.drawing());
    }
  }

  private SamplingRun.Integration integration(EnfModel loaded) {
    if (intervals != null && intervals < 1) {
      throw CommandException.usage("--trajectory must be at least 1, not " + intervals);
    }
    if (intervals != null && errorControl.control() == ErrorControl.SHARED) {
      throw CommandException.usage(
          "--trajectory follows each molecule by its own steps; leave out --error-control shared");
    }
    if (intervals != null && churn != null && churn != 0) {
      throw CommandException.usage(
          "--trajectory shows the way of the flow, which is without --churn; leave one of them out");
    }
    return new SamplingRun.Integration(
        alongFlow(loaded) ? flow(loaded) : renewing(loaded), intervals == null ? 0 : intervals);
  }

  private boolean alongFlow(EnfModel loaded) {
    if (churn != null) {
      return churn == 0;
    }
    return intervals != null
        || solverOptions.nameSolver()
        || loaded.usualDrawing() instanceof DrawingSettings.AlongFlow;
  }

  private DrawingSettings flow(EnfModel loaded) {
    SolverSettings usual = solverOptions.nameSolver() ? SolverSettings.PAPER : loaded.usualSolver();
    return new DrawingSettings.AlongFlow(solverOptions.settings(usual), errorControl.control());
  }

  private DrawingSettings renewing(EnfModel loaded) {
    if (solverOptions.nameSolver()) {
      throw CommandException.usage(
          "--churn takes steps of its own kind: leave out --solver, --accuracy, --rtol and --atol,"
              + " or --churn");
    }
    if (errorControl.control() == ErrorControl.SHARED) {
      throw CommandException.usage(
          "with churn all molecules take the same steps anyway: leave out --error-control shared,"
              + " or add --churn 0");
    }
    DrawingSettings.Renewing usual = DrawingSettings.Renewing.USUAL;
    return CommandException.usageIfIllegal(
        () -> {
          DrawingSettings.Renewing drawing =
              solverOptions.renewing(churn == null ? usual : usual.withChurn(churn));
          MoleculeSampler.requireDrawable(loaded, drawing);
          return drawing;
        });
  }

  private static int exitCode(SamplingRun.Outcome outcome, DrawingSettings drawing) {
    if (outcome.stopped()) {
      return ExitCode.STOPPED;
    }
    if (outcome.drawn() == 0) {
      throw CommandException.failed(
          "the flow failed for all molecules; try "
              + (drawing instanceof DrawingSettings.Renewing
                  ? "--churn 0"
                  : "a looser --rtol and --atol, a larger --max-nfe")
              + ", or --precision double");
    }
    return ExitCode.DONE;
  }

  private MoleculeFormat streamFormat() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "sdf" -> MoleculeFormat.SDF;
      case "xyz" -> MoleculeFormat.XYZ;
      default ->
          throw CommandException.usage("there is no format '" + format + "'; choose sdf or xyz");
    };
  }

  private MoleculeWriter open(MoleculeFormat streamFormat) throws IOException {
    return out.equals(MoleculeFiles.STANDARD_STREAM)
        ? MoleculeFiles.write(session.terminal().out(), streamFormat)
        : MoleculeFiles.create(out, streamFormat);
  }
}
