package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.text.Words;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/** Shows a training run: epoch, loss, speed, time left. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
  private static final double MEMORY = 0.9;
  private static final int MOST_SKIPPED_TOLD = 10;

  private final Terminal terminal;
  private final Progress progress;
  private final TrainingSettings settings;
  private final Duration limit;
  private final long begin;
  private double molecules;
  private double seconds;
  private final SkippedSteps skipped;

  /**
   * Starts now.
   *
   * @param limit the time that the run may take, or null
   */
  TrainingProgress(Terminal terminal, TrainingSettings settings, Duration limit) {
    this.terminal = terminal;
    this.settings = settings;
    this.limit = limit;
    progress = new Progress(terminal, "training");
    skipped = new SkippedSteps(progress, MOST_SKIPPED_TOLD);
    begin = terminal.nanos();
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    molecules = MEMORY * molecules + step.samples();
    seconds = MEMORY * seconds + step.seconds();
    double epochs = (step.epoch() + (step.batch() + 1.0) / step.batches()) / settings.epochs();
    progress.show(
        Math.max(epochs, shareOfTime()),
        "epoch "
            + (step.epoch() + 1)
            + "/"
            + settings.epochs()
            + ", loss "
            + Words.nats(step.smoothedNll())
            + ", "
            + Words.rate(molecules / seconds)
            + " molecules/s");
  }

  private double shareOfTime() {
    return limit == null ? 0 : Math.min(1, (terminal.nanos() - begin) / (double) limit.toNanos());
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    skipped.tell(step, reason);
  }

  @Override
  public void validated(TrainingState state, Validation validation) {
    TrainingState.Position position = state.position();
    progress.say(
        (position.batch() == 0
                ? "epoch " + position.epoch()
                : "step " + Words.number(position.step()))
            + ": validation NLL "
            + Words.nats(validation.nll())
            + " nats over "
            + Words.count(validation.samples(), "molecule")
            + (validation.left() > 0
                ? ", " + validation.left() + " left out (new size, or the solver failed)"
                : "")
            + (isBest(state) ? ", the best so far" : ""));
  }

  private static boolean isBest(TrainingState state) {
    return state.selection().withoutBest() == 0
        && state
            .selection()
            .best()
            .filter(best -> best.step() == state.position().step())
            .isPresent();
  }

  @Override
  public void close() {
    progress.close();
  }
}
