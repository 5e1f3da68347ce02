package org.enf.core.training;

import java.util.Optional;

/**
 * What the validations of a run have said so far.
 *
 * @param validatedEpochs the number of whole epochs before the last validation, 0 before the first
 * @param withoutBest the validations since the best one
 * @param best the weights of the best one
 */
public record ModelSelection(int validatedEpochs, int withoutBest, Optional<BestWeights> best) {
  /** Before the first validation. */
  public static final ModelSelection START = new ModelSelection(0, 0, Optional.empty());

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ModelSelection {
    if (validatedEpochs < 0 || withoutBest < 0) {
      throw new IllegalArgumentException("a number of validations cannot be negative");
    }
  }

  /**
   * After one more validation.
   *
   * @param epochs the number of whole epochs before it
   * @param weights what was validated; copied if it is the best
   */
  ModelSelection after(int epochs, long step, double nll, double[] weights) {
    if (Double.isFinite(nll) && (best.isEmpty() || nll < best.get().nll())) {
      return new ModelSelection(
          epochs, 0, Optional.of(new BestWeights(weights.clone(), nll, step)));
    }
    return new ModelSelection(epochs, withoutBest + 1, best);
  }
}
