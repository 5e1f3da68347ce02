package org.enf.core.training;

/** Hears how a training run goes on. All methods are called by the training thread. */
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * One step.
   *
   * @param epoch from 0
   * @param batch from 0, in this epoch
   * @param batches in this epoch
   * @param step from 1, over all epochs
   * @param nll the mean loss of the batch in nats, NaN if the step was skipped
   * @param extra what was minimised besides, NaN if the step was skipped
   * @param smoothedNll the running mean of {@code nll}
   * @param gradientNorm of all parameters, before clipping
   * @param learningRate by the schedule
   * @param samples in the batch
   * @param evaluations of the network that the loss took
   * @param seconds the step took
   */
  record Step(
      int epoch,
      int batch,
      int batches,
      long step,
      double nll,
      double extra,
      double smoothedNll,
      double gradientNorm,
      double learningRate,
      int samples,
      int evaluations,
      double seconds) {}

  /** A step was done. */
  default void stepDone(Step step, TrainingState state) {}

  /** A step was given up for this reason and changed nothing. */
  default void stepSkipped(Step step, String reason) {}

  /** The validation set was evaluated. */
  default void validated(TrainingState state, Objective.Validation validation) {}
}
