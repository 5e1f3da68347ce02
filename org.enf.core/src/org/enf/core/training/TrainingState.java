package org.enf.core.training;

import java.util.Optional;

/**
 * All that a training run needs to go on: parameters, their average, optimiser, clipping, what the
 * validations said, and where it stands. Random numbers follow from seed and counters (see {@link
 * Seeds}).
 *
 * <p>Changes only between two steps, so that what it holds is always the result of whole steps.
 */
public final class TrainingState {
  private final double[] parameters;
  private final Optional<WeightAverage> average;
  private final Optimiser optimiser;
  private final GradientClipping clipping;
  private ModelSelection selection;
  private Position position;
  private double smoothedNll;
  private double firstStep;

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

  /**
   * A state of these parts, which it takes over.
   *
   * @param average of the parameters over the steps, where the settings ask for it
   * @param smoothedNll the running mean of the loss, NaN before the first step
   * @param firstStep the length of the next solve's first step, 0 if it is not known
   */
  public TrainingState(
      double[] parameters,
      Optional<WeightAverage> average,
      Optimiser optimiser,
      GradientClipping clipping,
      ModelSelection selection,
      Position position,
      double smoothedNll,
      double firstStep) {
    this.parameters = parameters;
    this.average = average;
    this.optimiser = optimiser;
    this.clipping = clipping;
    this.selection = selection;
    this.position = position;
    this.smoothedNll = smoothedNll;
    this.firstStep = firstStep;
  }

  /** The start of a run with these parameters, which it takes over. */
  static TrainingState start(TrainingSettings settings, double[] parameters) {
    SelectionSettings selection = settings.selection();
    return new TrainingState(
        parameters,
        selection.averages()
            ? Optional.of(new WeightAverage(selection.averageDecay(), parameters.clone()))
            : Optional.empty(),
        Optimiser.start(settings.optimiser(), parameters.length),
        new GradientClipping(settings.clipping().rule()),
        ModelSelection.START,
        Position.START,
        Double.NaN,
        0);
  }

  /** The parameters that the optimiser moves; a view. */
  public double[] parameters() {
    return parameters;
  }

  /** Their average over the steps, if one is kept. */
  public Optional<WeightAverage> average() {
    return average;
  }

  /** What a model of this moment is made of: the average, or else the parameters; a view. */
  public double[] weights() {
    return average.map(WeightAverage::values).orElse(parameters);
  }

  /** The optimiser. */
  public Optimiser optimiser() {
    return optimiser;
  }

  /** The clipping. */
  public GradientClipping clipping() {
    return clipping;
  }

  /** What the validations said. */
  public ModelSelection selection() {
    return selection;
  }

  /** Where the run stands. */
  public Position position() {
    return position;
  }

  /** The running mean of the loss in nats a sample, NaN before the first step. */
  public double smoothedNll() {
    return smoothedNll;
  }

  void nextEpoch() {
    position =
        new Position(
            position.epoch() + 1, 0, position.step(), position.skipped(), position.seconds());
  }

  void validated(double nll) {
    selection = selection.after(position.epoch(), position.step(), nll, weights());
  }

  /** How long the first step of the next solve should be, 0 if it is not known. */
  public double firstStep() {
    return firstStep;
  }

  void advance(Position next, double nll, double nextFirstStep) {
    position = next;
    smoothedNll = nll;
    firstStep = nextFirstStep;
  }
}
