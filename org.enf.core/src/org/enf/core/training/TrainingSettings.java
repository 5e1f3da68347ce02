package org.enf.core.training;

/**
 * How to train.
 *
 * @param epochs how often to go through all molecules, 1 to 1,000,000
 * @param batchSize molecules in one step, 1 to 10,000
 * @param learningRate the step size of AdamW, above 0 and at most 1
 * @param seed determines all random numbers
 * @param validationMolecules how many molecules of a validation set to use, at least 1
 */
public record TrainingSettings(
    int epochs, int batchSize, double learningRate, long seed, int validationMolecules) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public TrainingSettings {
    require("epochs", epochs, 1_000_000);
    require("batch size", batchSize, 10_000);
    require("number of validation molecules", validationMolecules, Integer.MAX_VALUE);
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "the learning rate must be above 0 and at most 1, not " + learningRate);
    }
  }

  private static void require(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException("the " + name + " must be 1 to " + max + ", not " + value);
    }
  }
}
