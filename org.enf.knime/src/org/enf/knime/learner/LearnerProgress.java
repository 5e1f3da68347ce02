package org.enf.knime.learner;

import java.time.Duration;
import java.util.Locale;
import org.enf.core.scoring.StabilityScore;
import org.enf.core.text.Durations;
import org.enf.core.text.Words;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;
import org.knime.core.node.ExecutionMonitor;

/** Tells in a node's progress how its training goes on. */
final class LearnerProgress implements TrainingListener {
  private static final long MOST_OFTEN = 200_000_000;

  private final ExecutionMonitor exec;
  private final int epochs;
  private final double limitNanos;
  private final long begin = System.nanoTime();
  private String validation = "";
  private String stability = "";
  private long last = begin - MOST_OFTEN;
  private double doneBefore = Double.NaN;

  /**
   * A progress.
   *
   * @param limit the time for training, or null
   */
  LearnerProgress(ExecutionMonitor exec, int epochs, Duration limit) {
    this.exec = exec;
    this.epochs = epochs;
    limitNanos = limit == null ? Double.POSITIVE_INFINITY : limit.toNanos();
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    double done = (step.epoch() + (step.batch() + 1.0) / step.batches()) / epochs;
    if (Double.isNaN(doneBefore)) {
      doneBefore = done;
    }
    long now = System.nanoTime();
    if (now - last < MOST_OFTEN) {
      return;
    }
    last = now;
    double gone = now - begin;
    double left =
        Math.min(limitNanos - gone, gone * (1 - done) / Math.max(1e-12, done - doneBefore));
    exec.setProgress(
        Math.max(done, gone / limitNanos),
        "Epoch "
            + (step.epoch() + 1)
            + " of "
            + Words.number(epochs)
            + ", step "
            + Words.number(step.step())
            + ", loss "
            + Words.nats(step.smoothedNll())
            + validation
            + stability
            + ", "
            + Durations.format(Duration.ofNanos((long) Math.max(0, left)))
            + " left");
  }

  @Override
  public void validated(TrainingState state, Validation found) {
    validation = ", validation NLL " + Words.nats(found.nll());
  }

  /** Tells what a check has found from now on. */
  void checked(StabilityScore score) {
    score
        .atoms()
        .ratio()
        .value()
        .ifPresent(
            share ->
                stability = String.format(Locale.ROOT, ", %.1f %% of atoms stable", 100 * share));
  }
}
