package org.enf.knime.learner;

import org.enf.core.learner.Learner;
import org.enf.core.learner.StabilityCheck;
import org.enf.core.ode.StopSignal;
import org.enf.core.scoring.StabilityScore;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/**
 * Draws molecules after some epochs and hands on how many are stable.
 *
 * @param learner gives the model of the moment
 * @param check draws
 * @param every how many epochs lie between two checks
 * @param history keeps the results
 * @param progress tells them
 * @param stop the wish of the user
 */
record EpochChecks(
    Learner learner,
    StabilityCheck check,
    int every,
    TrainingHistory history,
    LearnerProgress progress,
    StopSignal stop)
    implements TrainingListener {
  @Override
  public void stepDone(Step step, TrainingState state) {
    if (step.batch() + 1 == step.batches() && (step.epoch() + 1) % every == 0) {
      StabilityScore score = check.of(learner.modelOf(state), stop);
      history.checked(state, score);
      progress.checked(score);
    }
  }
}
