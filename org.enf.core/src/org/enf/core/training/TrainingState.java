package org.enf.core.training;

import org.enf.core.dequantization.EnfSettings;

/**
 * All that a training run needs to go on: parameters, optimiser, clipping, and where it stands.
 * Random numbers follow from seed and counters (see {@link Seeds}).
 *
 * <p>Changes only between two steps, so that what it holds is always the result of whole steps.
 */
public final class TrainingState {
  private final EnfSettings model;
  private final double[] parameters;
  private final AdamW optimiser;
  private final GradientClipping clipping;
  private Position position;
  private double smoothedNll;

  /**
   * Where a run stands.
   *
   * @param epoch the current epoch, from 0
   * @param batch the next batch of that epoch
   * @param step the number of steps so far, skipped ones included
   * @param skipped the batches without a finite gradient, which changed nothing
   * @param seconds the time spent in steps so far
   */
  public record Position(int epoch, int batch, long step, long skipped, double seconds) {
    /** The start. */
    public static final Position START = new Position(0, 0, 0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a count or the time is negative
     */
    public Position {
      if (epoch < 0 || batch < 0 || step < 0 || skipped < 0 || !(seconds >= 0)) {
        throw new IllegalArgumentException("a training run cannot stand before its start");
      }
    }
  }

  /** A state of these parts, which it takes over. */
  public TrainingState(
      EnfSettings model,
      double[] parameters,
      AdamW optimiser,
      GradientClipping clipping,
      Position position,
      double smoothedNll) {
    this.model = model;
    this.parameters = parameters;
    this.optimiser = optimiser;
    this.clipping = clipping;
    this.position = position;
    this.smoothedNll = smoothedNll;
  }

  /** What is trained. */
  public EnfSettings model() {
    return model;
  }

  /** The parameters; a view. */
  public double[] parameters() {
    return parameters;
  }

  /** The optimiser. */
  public AdamW optimiser() {
    return optimiser;
  }

  /** The clipping. */
  public GradientClipping clipping() {
    return clipping;
  }

  /** Where the run stands. */
  public Position position() {
    return position;
  }

  /** The running mean of the loss in nats a molecule, NaN before the first step. */
  public double smoothedNll() {
    return smoothedNll;
  }

  void nextEpoch() {
    position =
        new Position(
            position.epoch() + 1, 0, position.step(), position.skipped(), position.seconds());
  }

  void advance(Position next, double nll) {
    position = next;
    smoothedNll = nll;
  }
}
