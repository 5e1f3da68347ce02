package org.enf.core.training;

/**
 * How a training run ended.
 *
 * @param ending why
 * @param weights what the model gets: those of the best validation or the last ones, as the
 *     settings say; not to be changed
 * @param step the number of steps that led to these weights, skipped ones included
 * @param validationNll the mean loss of these weights over the validation set in nats, NaN without
 *     one
 */
public record TrainingResult(Ending ending, double[] weights, long step, double validationNll) {
  /** Why a training run ended. */
  public enum Ending {
    /** All epochs were done. */
    EPOCHS_DONE("all epochs are done"),
    /** Too many validations in a row were no better than the best one. */
    NO_PROGRESS("the validation NLL fell no more"),
    /** The time was over. */
    TIME_LIMIT("the time limit is reached"),
    /** Somebody asked to stop. */
    STOPPED("it was asked to stop"),
    /** Too many steps in a row had no finite gradient; the last good weights were kept. */
    DIVERGED("it diverged; the weights before that are kept");

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
