package org.enf.core.experiment;

import java.util.Map;
import org.enf.core.egnn.Engine;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.Provenance;
import org.enf.core.training.Objective;
import org.enf.core.training.TrainingResult;
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
