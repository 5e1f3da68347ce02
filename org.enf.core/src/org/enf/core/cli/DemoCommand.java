package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeFormat;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.ode.SolverSettings;
import org.enf.core.scoring.ScoreText;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code enf demo}: the whole way from SMILES to scored new molecules, in minutes. */
@Command(
    name = "demo",
    header = "Go the whole way in minutes: build molecules, train, sample, score.",
    customSynopsis = "enf demo [--out DIR] [options]",
    description = {
      "",
      "Builds a training set of small molecules of H, C, N, O and F from a list of SMILES (kept for"
          + " next time), trains a small E-NF on it, draws molecules, scores them and writes a"
          + " report. Needs no data and no network.",
      ""
    },
    footer = {"", "Examples:", "  enf demo", "  enf demo --out longer --time-limit 1h"})
final class DemoCommand implements Callable<Integer> {
  private static final int LAYERS = 4;
  private static final int HIDDEN = 32;
  private static final int DEQUANTIZER_LAYERS = 2;
  private static final int DEQUANTIZER_HIDDEN = 32;
  private static final int EPOCHS = 100_000;
  private static final int BATCH_SIZE = 32;
  private static final double LEARNING_RATE = 2e-3;
  private static final SolverSettings TRAINING_SOLVER = SolverSettings.fixed("rk4", 5);
  private static final SolverSettings SAMPLING_SOLVER = SolverSettings.PAPER;
  private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(2);
  private static final int SAMPLING_BATCH = 50;

  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "enf-demo",
      description =
          "The folder for the results, made if it is not there; results of an earlier demo are"
              + " replaced (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("enf-demo");

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationText.class,
      defaultValue = "3m",
      description = "How long to train (default: ${DEFAULT-VALUE}).")
  private Duration timeLimit = Duration.ofMinutes(3);

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many molecules to draw (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Determines all random numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @ArgGroup(validate = false, heading = "%nEngine:%n")
  private EngineOptions engineOptions = new EngineOptions();

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    MoleculeSampler.Request request =
        CommandException.usageIfIllegal(
            () -> new MoleculeSampler.Request(count, seed, OptionalInt.empty(), SAMPLING_BATCH));
    Terminal terminal = session.terminal();
    long begin = terminal.nanos();
    Files.createDirectories(out);
    stage(1, "training set");
    Path file = new DemoSet(session).file(out);
    MoleculeSet set =
        new MoleculeSetReader(session, AtomTypes.QM9)
            .read(file.toString(), new ReadingOptions());
    try (Engine engine = engineOptions.open()) {
      return session.interruption().shielded(() -> run(engine, set, file, request, begin));
    }
  }

  private int run(
      Engine engine, MoleculeSet set, Path file, MoleculeSampler.Request request, long begin)
      throws IOException {
    Terminal terminal = session.terminal();
    stage(2, "training, for " + DurationText.format(timeLimit));
    TrainingRun.Plan plan = plan(set);
    TrainingRun.Outcome trained = train(plan, engine);
    if (trained.result().ending() == Ending.STOPPED) {
      terminal.say("enf: stopped; the model so far: " + plan.files().model());
      return ExitCode.STOPPED;
    }
    stage(3, "drawing " + Words.count(count, "molecule"));
    Path samples = out.resolve("samples.sdf");
    SamplingRun.Outcome sampled = sample(trained, engine, request, samples);
    terminal.say(sampled.sentence());
    if (sampled.stopped()) {
      return ExitCode.STOPPED;
    }
    stage(4, "scoring");
    MoleculeScoring.Outcome scored =
        new MoleculeScoring(session)
            .score(samples.toString(), new ReadingOptions(), Optional.of(file.toString()), seed);
    Duration time = Duration.ofNanos(terminal.nanos() - begin);
    report(new DemoReport(trained, sampled, scored.score(), time));
    return ExitCode.DONE;
  }

  private void stage(int number, String what) {
    session.terminal().say("");
    session.terminal().say("[" + number + "/4] " + what);
  }

  private TrainingRun.Plan plan(MoleculeSet set) {
    return new TrainingRun.Plan(
        EnfSettings.of(
            AtomTypes.QM9, LAYERS, HIDDEN, DEQUANTIZER_LAYERS, DEQUANTIZER_HIDDEN),
        new TrainingSettings(EPOCHS, BATCH_SIZE, LEARNING_RATE, seed, 1),
        TRAINING_SOLVER,
        set,
        "molecules of the demo",
        Optional.empty(),
        TrainingFiles.of(out.resolve("demo.enf")),
        Optional.of(out.resolve("training.csv")),
        timeLimit,
        CHECKPOINT_EVERY);
  }

  private TrainingRun.Outcome train(TrainingRun.Plan plan, Engine engine) throws IOException {
    Terminal terminal = session.terminal();
    terminal.say(
        ModelText.networks(plan.model())
            + ", "
            + Words.count(plan.model().parameterCount(), "parameter")
            + "; "
            + engine.description());
    TrainingRun.Outcome outcome = new TrainingRun(session, plan, engine).run(Optional.empty());
    terminal.say(
        Words.count(outcome.state().position().step(), "step")
            + ", training NLL "
            + Words.nats(outcome.state().smoothedNll())
            + " nats (running mean)");
    return outcome;
  }

  private SamplingRun.Outcome sample(
      TrainingRun.Outcome trained,
      Engine engine,
      MoleculeSampler.Request request,
      Path samples)
      throws IOException {
    try (MoleculeWriter writer = MoleculeFiles.create(samples.toString(), MoleculeFormat.SDF)) {
      SamplingRun.Outcome outcome =
          new SamplingRun(session)
              .run(trained.model(), engine, SAMPLING_SOLVER, request, writer::write);
      writer.commit();
      return outcome;
    }
  }

  private void report(DemoReport report) throws IOException {
    Terminal terminal = session.terminal();
    String text = out.resolve("report.txt").toString();
    String json = out.resolve("report.json").toString();
    TextOutput.write(text, terminal, report.lines());
    TextOutput.write(json, terminal, JsonText.lines(report.tree()));
    terminal.say("");
    TextOutput.write(
        MoleculeFiles.STANDARD_STREAM, terminal, ScoreText.lines(report.score()));
    terminal.say("");
    for (String line :
        List.of(
            "molecules: " + out.resolve("samples.sdf"),
            "model:     " + out.resolve("demo.enf"),
            "report:    " + text + ", " + json)) {
      terminal.say(line);
    }
  }
}
