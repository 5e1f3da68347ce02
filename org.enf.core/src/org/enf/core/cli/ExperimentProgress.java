package org.enf.core.cli;

import java.util.Optional;
import org.enf.core.experiment.RunKey;
import org.enf.core.text.Words;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/** Shows a run of an experiment: epoch, training and validation NLL, time left. */
final class ExperimentProgress implements TrainingListener, AutoCloseable {
  private static final int MOST_SKIPPED_TOLD = 3;

  private final Progress progress;
  private final int epochs;
  private Optional<Validation> last = Optional.empty();
  private final SkippedSteps skipped;

  ExperimentProgress(Terminal terminal, RunKey key, int epochs) {
    this.epochs = epochs;
    progress = new Progress(terminal, key.toString());
    skipped = new SkippedSteps(progress, MOST_SKIPPED_TOLD);
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    double done = step.epoch() + (step.batch() + 1.0) / step.batches();
    progress.show(
        done / epochs,
        "epoch "
            + (step.epoch() + 1)
            + "/"
            + epochs
            + ", NLL "
            + Words.nats(step.smoothedNll())
            + last.map(validation -> ", validation " + Words.nats(validation.nll())).orElse(""));
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    skipped.tell(step, reason);
  }

  @Override
  public void validated(TrainingState state, Validation validation) {
    last = Optional.of(validation);
  }

  @Override
  public void close() {
    progress.close();
  }
}
