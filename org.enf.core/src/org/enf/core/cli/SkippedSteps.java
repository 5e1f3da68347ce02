package org.enf.core.cli;

import org.enf.core.text.Words;
import org.enf.core.training.TrainingListener.Step;

/** Tells of the first steps of a training run that are left out; more would tell nothing new. */
final class SkippedSteps {
  private final Progress progress;
  private final int most;
  private int skipped;

  /** Tells of so many. */
  SkippedSteps(Progress progress, int most) {
    this.progress = progress;
    this.most = most;
  }

  /** A step was left out for this reason. */
  void tell(Step step, String reason) {
    skipped++;
    if (skipped <= most) {
      progress.say("step " + Words.number(step.step()) + " is left out: " + reason);
    }
  }
}
