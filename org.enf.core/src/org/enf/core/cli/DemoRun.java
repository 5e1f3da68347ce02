package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.Molecule;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.molecule.io.MoleculeFormat;
import org.enf.core.molecule.io.MoleculeWriter;
import org.enf.core.picture.MoleculePicture;
import org.enf.core.scoring.JudgedMolecule;
import org.enf.core.scoring.ScoreText;
import org.enf.core.scoring.StabilityRule;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingResult.Ending;

/** The demo once its training set is there: trains, draws, scores, reports. */
final class DemoRun {
  private static final int STAGES = 4;
  private static final int PICTURED = 8;
  private static final int PICTURE_COLUMNS = 4;

  private final Session session;
  private final Path folder;
  private final Duration timeLimit;
  private final MoleculeSampler.Request request;
  private final long begin;

  /**
   * A run.
   *
   * @param folder takes the results
   * @param timeLimit for the training
   * @param request what to draw
   * @param begin when the demo began, by the clock of the terminal
   */
  DemoRun(
      Session session,
      Path folder,
      Duration timeLimit,
      MoleculeSampler.Request request,
      long begin) {
    this.session = session;
    this.folder = folder;
    this.timeLimit = timeLimit;
    this.request = request;
    this.begin = begin;
  }

  /** Tells that a stage begins. */
  void stage(int number, String what) {
    session.terminal().say("");
    session.terminal().say("[" + number + "/" + STAGES + "] " + what);
  }

  /**
   * Runs to the end, or until somebody asks to stop.
   *
   * @param data the molecules to train on
   * @param file where they are kept
   * @return the exit code
   * @throws IOException if a file cannot be written
   */
  int run(Engine engine, MoleculeSet data, Path file) throws IOException {
    Terminal terminal = session.terminal();
    stage(2, "training, for " + DurationText.format(timeLimit));
    TrainingRun.Outcome trained = train(engine, data);
    if (trained.result().ending() == Ending.STOPPED) {
      terminal.say("enf: stopped; the model so far: " + model());
      return ExitCode.STOPPED;
    }
    stage(3, "drawing " + Words.count(request.count(), "molecule"));
    List<Molecule> first = new ArrayList<>();
    SamplingRun.Outcome sampled = sample(trained.model(), engine, first);
    terminal.say(sampled.sentence());
    if (sampled.stopped()) {
      return ExitCode.STOPPED;
    }
    stage(4, "scoring");
    MoleculeScoring.Outcome scored =
        new MoleculeScoring(session)
            .score(
                samples().toString(),
                new ReadingOptions(),
                Optional.of(file.toString()),
                request.seed());
    Duration time = Duration.ofNanos(terminal.nanos() - begin);
    report(new DemoReport(trained, sampled, scored.score(), time), first);
    return ExitCode.DONE;
  }

  private Path model() {
    return folder.resolve("demo.enf");
  }

  private Path samples() {
    return folder.resolve("samples.sdf");
  }

  private TrainingRun.Outcome train(Engine engine, MoleculeSet data) throws IOException {
    Terminal terminal = session.terminal();
    terminal.say(
        "model: "
            + ModelText.networks(DemoSettings.MODEL)
            + ", "
            + Words.count(DemoSettings.MODEL.parameterCount(), "parameter"));
    terminal.say("engine: " + engine.description());
    TrainingRun.Plan plan =
        new TrainingRun.Plan(
            DemoSettings.MODEL,
            DemoSettings.training(request.seed()),
            DemoSettings.TRAINING_SOLVER,
            data,
            "molecules of the demo",
            Optional.empty(),
            Optional.empty(),
            TrainingFiles.of(model()),
            Optional.of(folder.resolve("training.csv")),
            timeLimit,
            DemoSettings.CHECKPOINT_EVERY);
    TrainingRun.Outcome outcome = new TrainingRun(session, plan, engine).run(Optional.empty());
    terminal.say(
        Words.count(outcome.state().position().step(), "step")
            + ", training NLL "
            + Words.nats(outcome.state().smoothedNll())
            + " nats (running mean)");
    return outcome;
  }

  private SamplingRun.Outcome sample(EnfModel model, Engine engine, List<Molecule> first)
      throws IOException {
    try (MoleculeWriter writer = MoleculeFiles.create(samples().toString(), MoleculeFormat.SDF)) {
      SamplingRun.Outcome outcome =
          new SamplingRun(session)
              .run(
                  model,
                  engine,
                  SamplingRun.Integration.of(DemoSettings.SAMPLING_SOLVER),
                  request,
                  molecule -> {
                    writer.write(molecule);
                    if (first.size() < PICTURED) {
                      first.add(molecule);
                    }
                  });
      writer.commit();
      return outcome;
    }
  }

  private void report(DemoReport report, List<Molecule> first) throws IOException {
    Terminal terminal = session.terminal();
    Path text = folder.resolve("report.txt");
    Path json = folder.resolve("report.json");
    TextOutput.write(text.toString(), terminal, report.lines());
    TextOutput.write(json.toString(), terminal, JsonText.lines(report.tree()));
    terminal.say("");
    TextOutput.write(MoleculeFiles.STANDARD_STREAM, terminal, ScoreText.lines(report.score()));
    terminal.say("");
    terminal.say("molecules: " + samples());
    picture(first);
    terminal.say("model:     " + model());
    terminal.say("report:    " + text + ", " + json);
    terminal.say("all in " + DurationText.format(report.time()));
  }

  private void picture(List<Molecule> molecules) {
    if (molecules.isEmpty()) {
      return;
    }
    Path png = folder.resolve("samples.png");
    try {
      new MoleculePicture(PICTURE_COLUMNS)
          .write(
              molecules.stream()
                  .map(molecule -> new MoleculePicture.Entry(molecule, caption(molecule)))
                  .toList(),
              png);
      session.terminal().say("picture:   " + png);
    } catch (IOException | RuntimeException | InternalError | LinkageError e) {
      // some Java runtimes have no fonts or no graphics at all; the demo is good without
      session.terminal().say("there is no picture (" + e + ")");
    }
  }

  private static String caption(Molecule molecule) {
    return StabilityRule.paper().judge(molecule) instanceof JudgedMolecule judged
        ? molecule.formula()
            + ", "
            + judged.stableAtoms()
            + " of "
            + judged.atoms()
            + " atoms stable"
        : molecule.formula();
  }
}
