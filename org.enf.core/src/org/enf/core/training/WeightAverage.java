package org.enf.core.training;

/**
 * The exponential moving average of the weights of a run.
 *
 * <p>Its decay grows as (1 + n) / (10 + n) with the number n of steps until it reaches the one that
 * was set, so that fresh weights are soon forgotten.
 */
public final class WeightAverage {
  private final double decay;
  private final double[] values;

  /**
   * An average that goes on from these values, which it takes over.
   *
   * @param decay how much of it is kept each step, above 0 and below 1
   */
  public WeightAverage(double decay, double[] values) {
    this.decay = decay;
    this.values = values;
  }

  /**
   * Takes in new weights.
   *
   * @param steps the number of steps that led to them, from 1
   */
  void add(double[] weights, long steps) {
    double kept = Math.min(decay, (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < values.length; i++) {
      values[i] = kept * values[i] + (1 - kept) * weights[i];
    }
  }

  /** The average; a view. */
  public double[] values() {
    return values;
  }
}
