package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.Provenance;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf train}: fits a model to molecules. */
@Command(
    name = "train",
    header = "Train a model on molecules.",
    customSynopsis = "enf train --data FILE --model OUT.enf [options]",
    description = {
      "",
      "Reads molecules with 3D positions and fits an E-NF to them by maximum likelihood. The loss"
          + " is the mean bound on -log p(x, h, M) in nats a molecule.",
      "",
      "Beside OUT.enf stands OUT.checkpoint.enf, written again and again and at the end, also at"
          + " Ctrl-C or the time limit. --resume goes on from it bit for bit; data and settings have"
          + " to be the same (settings that are not given are taken from it), epochs and time limit"
          + " may change.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  enf train --data qm9.xyz.gz --model qm9.enf --time-limit 10m",
      "  enf train --data qm9.xyz.gz --model qm9.enf --resume --time-limit 8h",
      "  enf train --data dsgdb9nsd.xyz.tar.bz2 --exclude uncharacterized.txt --model qm9.enf"
    })
final class TrainCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description =
          "Molecules: XYZ, QM9's XYZ or SDF, plain, .gz or .bz2; a folder or tar archive of such"
              + " files; - for the standard input.")
  private String data;

  @Option(
      names = "--model",
      paramLabel = "OUT.enf",
      required = true,
      description = "The model file to write.")
  private Path model;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Molecules to evaluate after each epoch and at the end.")
  private String validation;

  @Option(names = "--resume", description = "Go on from the checkpoint of OUT.enf.")
  private boolean resume;

  @Option(
      names = "--overwrite",
      description = "Start anew although OUT.enf or its checkpoint is there.")
  private boolean overwrite;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "TIME",
      converter = DurationText.class,
      defaultValue = "2m",
      description = "Time between two checkpoints (default: ${DEFAULT-VALUE}).")
  private Duration checkpointEvery = Duration.ofMinutes(2);

  @Option(
      names = "--log",
      paramLabel = "FILE.csv",
      description = "Write a line for each step: loss, gradient norm, evaluations, seconds.")
  private Path log;

  @ArgGroup(validate = false, heading = "%nModel:%n")
  private ModelOptions modelOptions = new ModelOptions();

  @ArgGroup(validate = false, heading = "%nTraining:%n")
  private TrainingOptions trainingOptions = new TrainingOptions();

  @ArgGroup(validate = false, heading = "%nReading:%n")
  private ReadingOptions reading = new ReadingOptions();

  @ArgGroup(validate = false, heading = "%nSolver:%n")
  private SolverOptions solverOptions = new SolverOptions();

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    TrainingFiles files = TrainingFiles.of(model);
    Optional<Checkpoint> from = checkpoint(files);
    Choice.Resumed choice = new Choice.Resumed();
    EnfSettings settings =
        from.map(c -> modelOptions.resumed(choice, c.model().settings()))
            .orElseGet(modelOptions::fresh);
    TrainingSettings training =
        from.map(c -> trainingOptions.resumed(choice, c.model().provenance().training()))
            .orElseGet(trainingOptions::fresh);
    SolverSettings solver = solver(from, choice);
    requireSame(files, choice.differences());
    requireStreamOnce();
    try (Engine engine = engineOptions.open()) {
      MoleculeSetReader reader = new MoleculeSetReader(session, settings.types());
      MoleculeSet set = reader.read(data, reading);
      if (from.isPresent()) {
        requireSameData(files, from.get().model().provenance(), set);
      }
      Optional<MoleculeSet> validationSet =
          validation == null
              ? Optional.empty()
              : Optional.of(reader.read(validation, reading.withoutLimit()));
      TrainingRun.Plan plan =
          new TrainingRun.Plan(
              settings,
              training,
              solver,
              set,
              dataName(),
              validationSet,
              files,
              Optional.ofNullable(log),
              trainingOptions.timeLimit(),
              checkpointEvery);
      announce(plan, engine, from);
      return session
          .interruption()
          .shielded(() -> report(plan, new TrainingRun(session, plan, engine).run(from)));
    }
  }

  private Optional<Checkpoint> checkpoint(TrainingFiles files) throws IOException {
    if (resume && overwrite) {
      throw CommandException.usage(
          "--resume goes on and --overwrite starts anew: give one of them");
    }
    if (resume) {
      files.requireFolder();
      if (!Files.exists(files.checkpoint())) {
        throw CommandException.failed(
            "there is no checkpoint "
                + files.checkpoint()
                + " to go on from; start without"
                + " --resume");
      }
      return Optional.of(Checkpoint.read(files.checkpoint()));
    }
    if (overwrite) {
      files.requireFolder();
    } else {
      files.requireNew();
    }
    return Optional.empty();
  }

  private SolverSettings solver(Optional<Checkpoint> from, Choice.Resumed choice) {
    SolverSettings otherwise =
        from.map(c -> c.model().provenance().solver()).orElse(SolverSettings.PAPER);
    SolverSettings given = solverOptions.settings(otherwise);
    if (from.isPresent()) {
      choice.of("the solver", SolverOptions.describe(given), SolverOptions.describe(otherwise));
    }
    return given;
  }

  private static void requireSame(TrainingFiles files, List<String> differences) {
    if (!differences.isEmpty()) {
      throw CommandException.failed(
          "cannot go on from "
              + files.checkpoint()
              + ": "
              + String.join(", ", differences)
              + "; leave out what differs, or start anew with --overwrite");
    }
  }

  private void requireSameData(TrainingFiles files, Provenance before, MoleculeSet set) {
    if (!before.dataFingerprint().equals(set.fingerprint())) {
      throw CommandException.failed(
          "cannot go on from "
              + files.checkpoint()
              + ": it was trained on other data ("
              + Words.count(before.molecules(), "molecule")
              + " of "
              + before.data()
              + ", now "
              + Words.count(set.size(), "molecule")
              + " of "
              + dataName()
              + "); give the same --data, --limit and --exclude");
    }
  }

  private void requireStreamOnce() {
    if (data.equals(MoleculeFiles.STANDARD_STREAM) && data.equals(validation)) {
      throw CommandException.usage(
          "--data and --validation cannot both be read from the standard input");
    }
  }

  private String dataName() {
    if (data.equals(MoleculeFiles.STANDARD_STREAM)) {
      return "standard input";
    }
    Path name = Path.of(data).toAbsolutePath().normalize().getFileName();
    return name == null ? data : name.toString();
  }

  private void announce(TrainingRun.Plan plan, Engine engine, Optional<Checkpoint> from) {
    Terminal terminal = session.terminal();
    terminal.say(
        "model: "
            + ModelText.networks(plan.model())
            + ", "
            + Words.count(plan.model().parameterCount(), "parameter"));
    terminal.say("engine: " + engine.description());
    terminal.say("solver: " + SolverOptions.describe(plan.solver()));
    from.ifPresent(
        checkpoint -> {
          TrainingState.Position position = checkpoint.state().position();
          terminal.say(
              "going on after "
                  + Words.count(position.step(), "step")
                  + ", in epoch "
                  + (position.epoch() + 1));
          if (!engine.description().equals(checkpoint.model().provenance().engine())) {
            terminal.say(
                "the checkpoint was computed by "
                    + checkpoint.model().provenance().engine()
                    + ": the run goes on, but not bit for bit");
          }
        });
  }

  private int report(TrainingRun.Plan plan, TrainingRun.Outcome outcome) {
    Terminal terminal = session.terminal();
    TrainingState.Position position = outcome.state().position();
    Ending ending = outcome.result().ending();
    terminal.say(
        "training ended: "
            + ending.sentence()
            + "; "
            + Words.count(position.step(), "step")
            + (position.skipped() > 0 ? " (" + position.skipped() + " left out)" : "")
            + ", "
            + Words.count(position.epoch(), "whole epoch")
            + ", "
            + DurationText.format(Duration.ofMillis((long) (1000 * position.seconds()))));
    terminal.say(
        "training NLL "
            + Words.nats(outcome.state().smoothedNll())
            + " nats (running mean)"
            + (plan.validation().isPresent()
                ? ", validation NLL " + Words.nats(outcome.result().validationNll()) + " nats"
                : ""));
    terminal.say("model:      " + plan.files().model());
    terminal.say("checkpoint: " + plan.files().checkpoint() + " (--resume goes on from it)");
    return switch (ending) {
      case EPOCHS_DONE, TIME_LIMIT -> ExitCode.DONE;
      case STOPPED -> ExitCode.STOPPED;
      case DIVERGED ->
          throw CommandException.failed(
              "training "
                  + ending.sentence()
                  + "; try a smaller --learning-rate, a larger --batch-size or a tighter --rtol");
    };
  }
}
