package org.enf.core.training;

/**
 * How a training run ended.
 *
 * @param ending why
 * @param validationNll the mean bound on −log p(x, h, M) of the validation set in nats, NaN without
 *     one
 */
public record TrainingResult(Ending ending, double validationNll) {
  /** Why a training run ended. */
  public enum Ending {
    /** All epochs were done. */
    EPOCHS_DONE("all epochs are done"),
    /** The time was over. */
    TIME_LIMIT("the time limit is reached"),
    /** Somebody asked to stop. */
    STOPPED("it was asked to stop"),
    /** Too many steps in a row had no finite gradient; the last good parameters were kept. */
    DIVERGED("it diverged; the parameters before that are kept");

    private final String sentence;

    Ending(String sentence) {
      this.sentence = sentence;
    }

    /** The reason in words. */
    public String sentence() {
      return sentence;
    }
  }
}
