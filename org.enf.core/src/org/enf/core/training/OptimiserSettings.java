package org.enf.core.training;

/**
 * The optimiser.
 *
 * @param rule what moves the hidden weights; {@link AdamW} moves the others
 * @param beta1 how much of the mean gradient is kept each step, 0 to below 1
 * @param beta2 how much of the mean squared gradient is kept each step, 0 to below 1
 * @param epsilon is added to the root of the squares, above 0
 * @param weightDecay the share of a parameter, times the learning rate, that is taken away each
 *     step, 0 to 1
 * @param amsgrad whether the largest mean square so far counts
 */
public record OptimiserSettings(
    Rule rule, double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad) {

  /** What moves the weights from hidden features to hidden features. */
  public enum Rule {
    /** {@link AdamW}, as all others. */
    ADAMW,
    /** {@link org.enf.core.training.Muon}. */
    MUON
  }

  /** The settings of the paper's experiments. */
  public static final OptimiserSettings PAPER =
      new OptimiserSettings(0.9, 0.999, 1e-8, 1e-12, true);

  /** The usual settings of flow matching: its gradient needs a shorter memory of squares. */
  public static final OptimiserSettings MATCHING =
      new OptimiserSettings(0.9, 0.99, 1e-8, 1e-4, false);

  /** {@link AdamW} for all parameters. */
  public OptimiserSettings(
      double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad) {
    this(Rule.ADAMW, beta1, beta2, epsilon, weightDecay, amsgrad);
  }

  /** The same with another rule for the hidden weights. */
  public OptimiserSettings with(Rule other) {
    return new OptimiserSettings(other, beta1, beta2, epsilon, weightDecay, amsgrad);
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public OptimiserSettings {
    requireShare("beta1", beta1);
    requireShare("beta2", beta2);
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be above 0 and at most 1, not " + epsilon);
    }
    if (!(weightDecay >= 0 && weightDecay <= 1)) {
      throw new IllegalArgumentException("the weight decay must be 0 to 1, not " + weightDecay);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be at least 0 and below 1, not " + value);
    }
  }
}
