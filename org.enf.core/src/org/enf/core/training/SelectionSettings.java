package org.enf.core.training;

/**
 * Which weights of a run the model gets, and when it ends for lack of progress.
 *
 * @param averageDecay how much of the moving average of the weights is kept each step, 0 to below
 *     1; 0 for no average. With an average, it is what is validated and what the model gets
 * @param validateEvery the epochs between two validations, 1 to 1,000,000
 * @param patience after how many validations in a row without a new best the run ends, 0 for never
 * @param keep which weights the model gets where there is a validation set
 */
public record SelectionSettings(double averageDecay, int validateEvery, int patience, Keep keep) {
  /** The paper's: no average, no early end, the weights of the best validation. */
  public static final SelectionSettings DEFAULT = new SelectionSettings(0, 1, 0, Keep.BEST);

  private static final int MOST = 1_000_000;

  /** Which weights a model gets. */
  public enum Keep {
    /** Those after the last step. */
    LAST,
    /** Those of the best validation. */
    BEST
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public SelectionSettings {
    if (!(averageDecay >= 0 && averageDecay < 1)) {
      throw new IllegalArgumentException(
          "the decay of the average must be at least 0 and below 1, not " + averageDecay);
    }
    if (validateEvery < 1 || validateEvery > MOST) {
      throw new IllegalArgumentException(
          "the epochs between two validations must be 1 to " + MOST + ", not " + validateEvery);
    }
    if (patience < 0 || patience > MOST) {
      throw new IllegalArgumentException("the patience must be 0 to " + MOST + ", not " + patience);
    }
  }

  /** Whether an average of the weights is kept. */
  public boolean averages() {
    return averageDecay > 0;
  }
}
