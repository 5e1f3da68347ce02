package org.enf.core.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Objective;
import org.enf.core.training.PeriodicSaving;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListeners;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * The training of a run, which goes on from where an earlier one stopped.
 *
 * @param settings of the run
 * @param training how to train
 * @param objective what to minimise
 * @param curve hears of the training
 * @param checkpoint where an earlier run left its training, and this one leaves its own: from time
 *     to time and when it ends
 */
record RunTraining(
    RunSettings settings,
    TrainingSettings training,
    Objective objective,
    CurveRecorder curve,
    RunCheckpoint checkpoint) {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);

  /**
   * Trains to the end.
   *
   * @throws IOException if the checkpoint cannot be read, does not fit or cannot be written
   * @throws StoppedException if asked to stop
   */
  TrainedRun run(StopSignal stop) throws IOException {
    Optional<RunCheckpoint.Left> left =
        checkpoint.restore(objective.parameterCount(), training, curve);
    Duration before = left.map(RunCheckpoint.Left::gone).orElse(Duration.ZERO);
    long begin = System.nanoTime();
    PeriodicSaving.Saver saver =
        state ->
            checkpoint.save(
                training,
                new RunCheckpoint.Left(state, before.plusNanos(System.nanoTime() - begin)),
                curve);
    PeriodicSaving saving = new PeriodicSaving(BETWEEN_CHECKPOINTS, saver, System::nanoTime);
    Trainer trainer =
        new Trainer(objective, training, new TrainingListeners(List.of(curve, saving)));
    TrainingState state = left.map(RunCheckpoint.Left::state).orElseGet(trainer::start);
    TrainingResult result;
    try {
      result = trainer.run(state, settings.limit().orElse(null), before, stop);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (result.ending() != Ending.DIVERGED) {
      saver.save(state);
    }
    if (result.ending() == Ending.STOPPED) {
      throw new StoppedException();
    }
    return new TrainedRun(settings, training, objective, state, curve, result);
  }
}
