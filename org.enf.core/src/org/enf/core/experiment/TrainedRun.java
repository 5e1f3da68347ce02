package org.enf.core.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enf.core.egnn.Engine;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.Provenance;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Objective;
import org.enf.core.training.PeriodicSaving;
import org.enf.core.training.Trainer;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingListeners;
import org.enf.core.training.TrainingResult;
import org.enf.core.training.TrainingResult.Ending;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * A run whose training is over.
 *
 * @param settings of the run
 * @param training how it was trained
 * @param objective what was minimised
 * @param state at the end
 * @param curve the validations
 * @param result how it ended
 */
record TrainedRun(
    RunSettings settings,
    TrainingSettings training,
    Objective objective,
    TrainingState state,
    CurveRecorder curve,
    TrainingResult result) {
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(2);

  /**
   * Trains, from where an earlier run stopped if there is one.
   *
   * @param checkpoint where that one left its training, and this one leaves its own: from time to
   *     time and when it ends
   * @throws IOException if the checkpoint cannot be read, does not fit or cannot be written
   * @throws StoppedException if asked to stop
   */
  static TrainedRun of(
      RunSettings settings,
      TrainingSettings training,
      Objective objective,
      CurveRecorder curve,
      Optional<RunCheckpoint> checkpoint,
      StopSignal stop)
      throws IOException {
    TrainingListener listener =
        checkpoint.isEmpty()
            ? curve
            : new TrainingListeners(
                List.of(
                    curve,
                    new PeriodicSaving(
                        BETWEEN_CHECKPOINTS,
                        state -> checkpoint.get().save(state, curve),
                        System::nanoTime)));
    Trainer trainer = new Trainer(objective, training, listener);
    Optional<TrainingState> left =
        checkpoint.isEmpty()
            ? Optional.empty()
            : checkpoint.get().restore(objective.parameterCount(), training, curve);
    TrainingState state = left.orElseGet(trainer::start);
    TrainingResult result = trainer.run(state, timeLeft(settings, state), stop);
    // weights without a finite loss are nothing to go on from
    if (checkpoint.isPresent() && result.ending() != Ending.DIVERGED) {
      checkpoint.get().save(state, curve);
    }
    if (result.ending() == Ending.STOPPED) {
      throw new StoppedException();
    }
    return new TrainedRun(settings, training, objective, state, curve, result);
  }

  private static Duration timeLeft(RunSettings settings, TrainingState state) {
    Duration gone = Duration.ofNanos((long) (1e9 * state.position().seconds()));
    return settings
        .limit()
        .map(limit -> gone.compareTo(limit) < 0 ? limit.minus(gone) : Duration.ZERO)
        .orElse(null);
  }

  /** The weights of the best validation. */
  double[] weights() {
    return result.weights();
  }

  /** Where its model comes from, trained on data of this name and fingerprint. */
  Provenance provenance(Engine engine, String data, String fingerprint) {
    double nll = result.validationNll();
    return new Provenance.Trained(
        LibraryVersion.CURRENT,
        engine.description(),
        engine.name(),
        engine.precision(),
        objective.name(),
        data,
        fingerprint,
        objective.samples(),
        Provenance.RANDOM_WEIGHTS,
        training,
        settings.solver(),
        state.position().step(),
        state.position().seconds(),
        Double.isFinite(nll) ? Map.of("validation NLL (nats)", nll) : Map.of());
  }

  /** Its line in the table of results. */
  RunResult result(RunKey key, String description, RunResult.Test test, RunResult.Drawn drawn) {
    return new RunResult(
        key,
        description,
        training.seed(),
        state.position().epoch(),
        curve.bestEpoch(),
        result.validationNll(),
        test,
        drawn,
        state.position().seconds(),
        result.ending().sentence());
  }
}
