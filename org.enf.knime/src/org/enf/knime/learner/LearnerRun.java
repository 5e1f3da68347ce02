package org.enf.knime.learner;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.learner.Learner;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.learner.StabilityCheck;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.EnfModel;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.PeriodicSaving;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingState;
import org.enf.knime.execution.NodeStop;
import org.enf.knime.execution.Warnings;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.KNIMEException;

/** A training in a node, with what it leaves if it is cancelled. */
final class LearnerRun {
  private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(2);

  private final LearnerParameters parameters;
  private final LearnerPlan plan;
  private final Engine engine;
  private final ExecutionMonitor exec;
  private final Warnings warnings;
  private final TrainingHistory history = new TrainingHistory();

  LearnerRun(
      LearnerParameters parameters,
      LearnerPlan plan,
      Engine engine,
      ExecutionMonitor exec,
      Warnings warnings) {
    this.parameters = parameters;
    this.plan = plan;
    this.engine = engine;
    this.exec = exec;
    this.warnings = warnings;
  }

  /**
   * What came of it.
   *
   * @param model with the weights that were chosen
   * @param state where the training stands
   * @param ending why it ended, in words
   * @param history of this execution
   * @param matched whether it was flow matching
   */
  record Learnt(
      EnfModel model,
      TrainingState state,
      String ending,
      TrainingHistory history,
      boolean matched) {}

  /**
   * Trains, or finishes with a checkpoint if that is wished for.
   *
   * @throws CanceledExecutionException if the user cancels; the file has a checkpoint then
   * @throws KNIMEException if it cannot be trained
   */
  Learnt learn(Optional<CheckpointFile> file) throws CanceledExecutionException, KNIMEException {
    Optional<Checkpoint> from = file.isPresent() ? found(file.get()) : Optional.empty();
    if (from.isPresent() && parameters.checkpointUse == CheckpointUse.FINISH) {
      Checkpoint checkpoint = from.get();
      history.add(checkpoint.state());
      return learnt(checkpoint.model(), checkpoint.state(), "it was cancelled and finished later");
    }
    Learner.Outcome outcome = train(from, file);
    if (outcome.result().ending() == Ending.STOPPED || !checkedAtEnd(outcome)) {
      if (file.isPresent()) {
        file.get().write(outcome.checkpoint());
      }
      exec.checkCanceled();
    }
    tellTroubles(outcome);
    return learnt(outcome.model(), outcome.state(), outcome.result().ending().sentence());
  }

  private Optional<Checkpoint> found(CheckpointFile file) throws KNIMEException {
    if (parameters.checkpointUse == CheckpointUse.START_ANEW) {
      return Optional.empty();
    }
    Optional<Checkpoint> found = file.read();
    if (found.isEmpty()) {
      warnings.add(file.others());
    }
    return found;
  }

  private Learnt learnt(EnfModel model, TrainingState state, String ending) {
    return new Learnt(model, state, ending, history, plan.matches());
  }

  private Learner.Outcome train(Optional<Checkpoint> from, Optional<CheckpointFile> file)
      throws KNIMEException {
    NodeStop stop = new NodeStop(exec);
    LearnerSettings settings = new LearnerSettings(parameters);
    LearnerProgress progress = new LearnerProgress(exec, parameters.epochs, settings.limit());
    try (Learner learner = new Learner(plan, engine, from)) {
      List<TrainingListener> listeners = new ArrayList<>(List.of(history, progress));
      if (parameters.checkMolecules > 0) {
        listeners.add(
            new EpochChecks(learner, check(), parameters.checkEvery, history, progress, stop));
      }
      file.ifPresent(
          kept ->
              listeners.add(
                  new PeriodicSaving(
                      CHECKPOINT_EVERY,
                      state -> learner.checkpointOf(state).write(kept.path()),
                      System::nanoTime)));
      return learner.run(listeners).train(settings.limit(), stop);
    } catch (IllegalArgumentException e) {
      throw new KNIMEException("The training cannot begin: " + e.getMessage() + ".", e);
    } catch (UncheckedIOException e) {
      throw new KNIMEException("The checkpoint cannot be written: " + e.getMessage(), e);
    }
  }

  private StabilityCheck check() {
    return new StabilityCheck(engine, parameters.checkMolecules, parameters.seed);
  }

  /** A time limit ends a run between two checks; false if the user cancels the last one. */
  private boolean checkedAtEnd(Learner.Outcome outcome) {
    if (parameters.checkMolecules == 0 || outcome.result().ending() != Ending.TIME_LIMIT) {
      return true;
    }
    try {
      history.checked(outcome.state(), check().of(outcome.model(), new NodeStop(exec)));
      return true;
    } catch (StoppedException e) {
      return false;
    }
  }

  private void tellTroubles(Learner.Outcome outcome) {
    if (outcome.result().ending() == Ending.DIVERGED) {
      warnings.add(
          "The training "
              + outcome.result().ending().sentence()
              + ". Try a smaller learning rate or a larger batch size.");
    } else if (history.skipped() > 0) {
      warnings.add(
          history.skipped() + " steps were left out, for their loss or gradient was not finite.");
    }
  }
}
