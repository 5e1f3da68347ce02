package org.enf.core.experiment;

/**
 * How the paper trains on so many samples.
 *
 * @param samples the number of training samples
 * @param epochs how often to go through them
 * @param batchSize samples in one step
 * @param validateEvery epochs from one validation to the next
 */
public record TrainingSize(int samples, int epochs, int batchSize, int validateEvery) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is not positive; the message names it
   */
  public TrainingSize {
    require("number of training samples", samples);
    require("number of epochs", epochs);
    require("batch size", batchSize);
    require("number of epochs between two validations", validateEvery);
  }

  private static void require(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the " + name + " must be at least 1, not " + value);
    }
  }

  /** The same for another number of samples; a batch is no larger than all of them. */
  TrainingSize withSamples(int count) {
    return new TrainingSize(count, epochs, Math.min(batchSize, Math.max(1, count)), validateEvery);
  }

  /** So many times as many epochs, and as many validations. */
  TrainingSize longer(int times) {
    return new TrainingSize(samples, epochs * times, batchSize, validateEvery * times);
  }

  /** The same in batches of another size, which is no larger than all samples. */
  TrainingSize withBatchSize(int size) {
    return new TrainingSize(samples, epochs, Math.min(size, samples), validateEvery);
  }

  /** The same for another number of epochs; there is a validation before they are over. */
  public TrainingSize withEpochs(int count) {
    return new TrainingSize(samples, count, batchSize, Math.min(validateEvery, Math.max(1, count)));
  }
}
