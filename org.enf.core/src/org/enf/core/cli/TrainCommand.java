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
import org.enf.core.learner.InitialModel;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.learner.ObjectiveKind;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModelFile;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.LikelihoodSettings;
import org.enf.core.training.LossSettings;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
          + " to be the same (settings, engine and precision that are not given are taken from it);"
          + " epochs, time limit, --patience and --keep may change.",
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

  @Spec private CommandSpec spec;

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
      names = "--init",
      paramLabel = "M.enf",
      description =
          "Start from the weights of this model, whose architecture the run takes over; for example"
              + " to go on by maximum likelihood with a model of flow matching.")
  private ModelSource init;

  @Option(
      names = "--objective",
      paramLabel = "KIND",
      description =
          "What is minimised: ml, the negative log-likelihood, as the paper; or fm, the loss of flow"
              + " matching, which needs no solver and learns molecules much faster (default: ml).")
  private String objective;

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

  @ArgGroup(validate = false, heading = "%nMaximum likelihood (--objective ml):%n")
  private LikelihoodOptions likelihoodOptions = new LikelihoodOptions();

  @ArgGroup(validate = false, heading = "%nFlow matching (--objective fm):%n")
  private MatchingOptions matchingOptions = new MatchingOptions();

  @ArgGroup(validate = false, heading = "%nOptimiser:%n")
  private OptimiserOptions optimiserOptions = new OptimiserOptions();

  @ArgGroup(validate = false, heading = "%nSchedule of the learning rate:%n")
  private ScheduleOptions scheduleOptions = new ScheduleOptions();

  @ArgGroup(validate = false, heading = "%nChoice of the weights:%n")
  private SelectionOptions selectionOptions = new SelectionOptions();

  @ArgGroup(validate = false, heading = "%nChecks:%n")
  private CheckOptions checkOptions = new CheckOptions();

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
    Optional<ResumedTraining> from =
        checkpoint(files).map(checkpoint -> new ResumedTraining(files, checkpoint));
    Choice.Resumed choice = new Choice.Resumed();
    ObjectiveKind kind = kind(from, choice);
    Optional<InitialModel> initial = initial();
    EnfSettings settings =
        from.map(r -> modelOptions.resumed(choice, r.checkpoint().model().settings()))
            .orElseGet(() -> fresh(kind, initial));
    TrainingSettings training =
        from.map(r -> training(kind, choice, r.checkpoint().trained().training()))
            .orElseGet(() -> training(kind, new Choice.Fresh(), kind.training()));
    SolverSettings solver = solver(from, choice);
    from.ifPresent(resumed -> resumed.requireSame(choice.differences()));
    requireStreamOnce();
    CheckOptions.Checks checks = checkOptions.checks(validation != null);
    try (Engine engine = engine(from)) {
      MoleculeSetReader reader = new MoleculeSetReader(session, settings.types());
      MoleculeSet set = reader.read(data, reading);
      from.ifPresent(resumed -> resumed.requireSameData(set, dataName()));
      Optional<MoleculeSet> validationSet =
          validation == null
              ? Optional.empty()
              : Optional.of(reader.read(validation, reading.withoutLimit()));
      TrainingRun.Plan plan =
          new TrainingRun.Plan(
              new LearnerPlan(settings, training, solver, set, dataName(), validationSet, initial),
              files,
              Optional.ofNullable(log),
              checks,
              trainingOptions.timeLimit(),
              checkpointEvery);
      TrainingReport report = new TrainingReport(session.terminal(), plan);
      report.announce(engine);
      from.ifPresent(
          resumed -> resumed.announce(session.terminal(), engine, validationSet.isPresent()));
      TrainingRun run = new TrainingRun(session, plan, engine);
      return session
          .interruption()
          .shielded(() -> report.tell(run.run(from.map(ResumedTraining::checkpoint))));
    }
  }

  private Optional<InitialModel> initial() throws IOException {
    if (init != null && resume) {
      throw CommandException.usage(
          "--init is for a run that begins and --resume for one that goes on: give one of them");
    }
    if (init == null) {
      return Optional.empty();
    }
    matchingOptions.requireNoScales();
    return Optional.of(new InitialModel(init.name(), init.molecules()));
  }

  private EnfSettings fresh(ObjectiveKind kind, Optional<InitialModel> initial) {
    if (initial.isEmpty()) {
      return modelOptions.fresh(kind.model());
    }
    Choice.Resumed same = new Choice.Resumed();
    EnfSettings settings = modelOptions.resumed(same, initial.get().model().settings());
    requireSame(initial.get(), same.differences());
    return settings;
  }

  private static void requireSame(InitialModel initial, List<String> differences) {
    if (!differences.isEmpty()) {
      throw CommandException.usage(
          "a run that starts from "
              + initial.name()
              + " has its architecture: "
              + String.join(", ", differences)
              + "; leave out what differs, or --init");
    }
  }

  private ObjectiveKind kind(Optional<ResumedTraining> from, Choice.Resumed choice) {
    ObjectiveKind given = EnumText.parse(ObjectiveKind.class, "objective", objective);
    ObjectiveKind kind =
        from.map(r -> ObjectiveKind.of(r.checkpoint().trained().training().loss()))
            .map(before -> choice.of("--objective", given, before))
            .orElse(given == null ? ObjectiveKind.ML : given);
    GivenOptions options = new GivenOptions(spec);
    if (kind == ObjectiveKind.ML) {
      options.requireNone(MatchingOptions.class, "--objective fm");
    } else {
      options.requireNone(LikelihoodOptions.class, "--objective ml");
    }
    return kind;
  }

  private LossSettings loss(ObjectiveKind kind, Choice choice, LossSettings otherwise) {
    return kind == ObjectiveKind.ML
        ? likelihoodOptions.settings(choice, (LikelihoodSettings) otherwise)
        : matchingOptions.settings(choice, (MatchingSettings) otherwise);
  }

  private TrainingSettings training(ObjectiveKind kind, Choice choice, TrainingSettings otherwise) {
    return trainingOptions
        .settings(choice, otherwise)
        .with(loss(kind, choice, otherwise.loss()))
        .with(optimiserOptions.optimiser(choice, otherwise.optimiser()))
        .with(optimiserOptions.clipping(choice, otherwise.clipping()))
        .with(scheduleOptions.settings(choice, otherwise.schedule()))
        .with(selectionOptions.settings(choice, otherwise.selection(), validation != null));
  }

  private Engine engine(Optional<ResumedTraining> from) {
    return from.map(resumed -> resumed.checkpoint().trained())
        .map(before -> engineOptions.open(before.engineName(), before.precision()))
        .orElseGet(engineOptions::open);
  }

  private Optional<Checkpoint> checkpoint(TrainingFiles files) throws IOException {
    if (resume && overwrite) {
      throw CommandException.usage(
          "--resume goes on and --overwrite starts anew: give one of them");
    }
    if (resume) {
      files.requireFolder();
      if (!Files.exists(files.checkpoint())) {
        if (Files.exists(files.model())) {
          // says so if it is no model of molecules
          EnfModelFile.read(files.model());
        }
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

  private SolverSettings solver(Optional<ResumedTraining> from, Choice.Resumed choice) {
    SolverSettings otherwise =
        from.map(resumed -> resumed.checkpoint().trained().solver()).orElse(SolverSettings.PAPER);
    SolverSettings given = solverOptions.settings(otherwise);
    if (from.isPresent()) {
      choice.of("the solver", given.words(), otherwise.words());
    }
    return given;
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
}
