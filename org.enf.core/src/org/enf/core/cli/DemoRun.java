package org.enf.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.enf.core.description.ModelDescription;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.Learner;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.model.BuiltInModel;
import org.enf.core.model.EnfModel;
import org.enf.core.model.MoleculeSampler;
import org.enf.core.molecule.io.MoleculeFiles;
import org.enf.core.ode.SolverSettings;
import org.enf.core.scoring.Score;
import org.enf.core.scoring.ScoreText;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;
import org.enf.core.training.MoleculeSet;
import org.enf.core.training.TrainingResult.Ending;

/** The demo once its training set is there: trains, draws, scores, reports. */
final class DemoRun {
  private static final int STAGES = 5;
  private static final String BUILT_IN_SAMPLES = "built-in-samples";

  private final Session session;
  private final Path folder;
  private final Duration timeLimit;
  private final MoleculeSampler.Request request;
  private final DemoSamples samples;
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
    samples = new DemoSamples(session, folder, request);
  }

  /** Tells that a stage begins. */
  void stage(int number, String what) {
    session.terminal().say("");
    session.terminal().say("[" + number + "/" + STAGES + "] " + what);
  }

  /**
   * Draws from the model that comes with the library.
   *
   * @return their score, or nothing if somebody asked to stop
   * @throws IOException if a file cannot be read or written
   */
  Optional<Score> drawFromBuiltIn(Engine engine) throws IOException {
    Terminal terminal = session.terminal();
    stage(1, "drawing " + Words.count(request.count(), "molecule") + " from the built-in model");
    EnfModel model = BuiltInModel.QM9.read();
    DemoSamples.Drawn drawn = samples.draw(model, engine, model.usualDrawing(), BUILT_IN_SAMPLES);
    if (drawn.sampled().stopped()) {
      return Optional.empty();
    }
    Score score = samples.score(drawn, Optional.empty());
    terminal.say(ScoreText.summary(score));
    terminal.say("molecules: " + drawn.file());
    samples.picture(drawn);
    return Optional.of(score);
  }

  /**
   * Trains, draws and scores, or until somebody asks to stop.
   *
   * @param builtIn the score of the built-in model's molecules
   * @param data the molecules to train on
   * @param file where they are kept
   * @return the exit code
   * @throws IOException if a file cannot be written
   */
  int run(Engine engine, Score builtIn, MoleculeSet data, Path file) throws IOException {
    Terminal terminal = session.terminal();
    stage(3, "training, for " + Durations.format(timeLimit));
    Learner.Outcome trained = train(engine, data);
    if (trained.result().ending() == Ending.STOPPED) {
      terminal.say("enf: stopped; the model so far: " + model());
      return ExitCode.STOPPED;
    }
    stage(4, "drawing " + Words.count(request.count(), "molecule"));
    DemoSamples.Drawn drawn =
        samples.draw(trained.model(), engine, trained.model().usualDrawing(), "samples");
    if (drawn.sampled().stopped()) {
      return ExitCode.STOPPED;
    }
    stage(5, "scoring");
    Score score = samples.score(drawn, Optional.of(file));
    Duration time = Duration.ofNanos(terminal.nanos() - begin);
    report(new DemoReport(builtIn, trained, drawn.sampled(), score, time), drawn);
    return ExitCode.DONE;
  }

  private Path model() {
    return folder.resolve("demo.enf");
  }

  private Learner.Outcome train(Engine engine, MoleculeSet data) throws IOException {
    Terminal terminal = session.terminal();
    terminal.say(
        "model: "
            + ModelDescription.networks(DemoSettings.MODEL)
            + ", "
            + Words.count(DemoSettings.MODEL.parameterCount(), "parameter"));
    terminal.say("engine: " + engine.description());
    TrainingRun.Plan plan =
        new TrainingRun.Plan(
            new LearnerPlan(
                DemoSettings.MODEL,
                DemoSettings.training(request.seed()),
                SolverSettings.PAPER,
                data,
                "molecules of the demo",
                Optional.empty(),
                Optional.empty()),
            TrainingFiles.of(model()),
            Optional.of(folder.resolve("training.csv")),
            CheckOptions.Checks.NONE,
            timeLimit,
            DemoSettings.CHECKPOINT_EVERY);
    Learner.Outcome outcome = new TrainingRun(session, plan, engine).run(Optional.empty());
    terminal.say(
        Words.count(outcome.state().position().step(), "step")
            + ", training loss "
            + Words.nats(outcome.state().smoothedNll())
            + " (running mean)");
    return outcome;
  }

  private void report(DemoReport report, DemoSamples.Drawn drawn) throws IOException {
    Terminal terminal = session.terminal();
    Path text = folder.resolve("report.txt");
    Path json = folder.resolve("report.json");
    TextOutput.write(text.toString(), terminal, report.lines());
    TextOutput.write(json.toString(), terminal, JsonText.lines(report.tree()));
    terminal.say("");
    TextOutput.write(MoleculeFiles.STANDARD_STREAM, terminal, ScoreText.lines(report.score()));
    terminal.say("");
    terminal.say("molecules: " + drawn.file());
    samples.picture(drawn);
    terminal.say("model:     " + model());
    terminal.say("report:    " + text + ", " + json);
    terminal.say("all in " + Durations.format(report.time()));
  }
}
