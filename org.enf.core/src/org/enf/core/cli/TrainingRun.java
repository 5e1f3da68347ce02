package org.enf.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.Learner;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModelFile;
import org.enf.core.training.PeriodicSaving;
import org.enf.core.training.TrainingListener;

/**
 * Trains a model and writes it, with a checkpoint beside it that is written again and again and at
 * the end, however that comes.
 */
final class TrainingRun {
  private final Session session;
  private final Plan plan;
  private final Engine engine;

  /**
   * What to do.
   *
   * @param learning what is trained and how
   * @param files what to write
   * @param log where to write a line for each step
   * @param checks what is looked at while it goes on
   * @param limit the time for training, or null
   * @param checkpointEvery the time between two checkpoints
   */
  record Plan(
      LearnerPlan learning,
      TrainingFiles files,
      Optional<Path> log,
      CheckOptions.Checks checks,
      Duration limit,
      Duration checkpointEvery) {}

  TrainingRun(Session session, Plan plan, Engine engine) {
    this.session = session;
    this.plan = plan;
    this.engine = engine;
  }

  /**
   * Trains, from the start or from a checkpoint.
   *
   * @throws IOException if a file cannot be written
   */
  Learner.Outcome run(Optional<Checkpoint> from) throws IOException {
    try (Learner learner =
            CommandException.usageIfIllegal(() -> new Learner(plan.learning(), engine, from));
        TrainingProgress progress =
            new TrainingProgress(session.terminal(), plan.learning().training(), plan.limit());
        TrainingChecks checks = checks(learner)) {
      List<TrainingListener> listeners = new ArrayList<>(List.of(progress, checks, saver(learner)));
      if (plan.log().isEmpty()) {
        return run(learner, from, listeners);
      }
      try (TrainingLog log = log(plan.log().get(), from)) {
        listeners.add(log);
        return run(learner, from, listeners);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TrainingChecks checks(Learner learner) throws IOException {
    return new TrainingChecks(
        session,
        engine,
        plan.learning().training(),
        plan.learning().validation().isPresent(),
        plan.checks(),
        learner);
  }

  private PeriodicSaving saver(Learner learner) {
    return new PeriodicSaving(
        plan.checkpointEvery(),
        state -> learner.checkpointOf(state).write(plan.files().checkpoint()),
        session.terminal()::nanos);
  }

  private static TrainingLog log(Path path, Optional<Checkpoint> from) throws IOException {
    return from.isPresent()
        ? TrainingLog.goOn(path, from.get().state().position().step())
        : TrainingLog.begin(path);
  }

  private Learner.Outcome run(
      Learner learner, Optional<Checkpoint> from, List<TrainingListener> listeners)
      throws IOException {
    Learner.Run run = CommandException.usageIfIllegal(() -> learner.run(listeners));
    if (from.isEmpty()) {
      // after a crash nobody shall go on from the checkpoint of another run
      Files.deleteIfExists(plan.files().checkpoint());
    }
    Learner.Outcome outcome = run.train(plan.limit(), session.interruption());
    outcome.checkpoint().write(plan.files().checkpoint());
    EnfModelFile.write(outcome.model(), plan.files().model());
    return outcome;
  }
}
