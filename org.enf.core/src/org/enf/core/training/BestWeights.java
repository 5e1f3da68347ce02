package org.enf.core.training;

/**
 * The weights of the best validation so far.
 *
 * @param weights not to be changed
 * @param nll what the validation gave, in nats a sample
 * @param step the number of steps that led to them
 */
public record BestWeights(double[] weights, double nll, long step) {
  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is not finite, or the step is negative
   */
  public BestWeights {
    if (!Double.isFinite(nll) || step < 0) {
      throw new IllegalArgumentException(
          "the best validation cannot have the value " + nll + " at step " + step);
    }
  }
}
