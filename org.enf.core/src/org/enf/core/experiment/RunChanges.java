package org.enf.core.experiment;

import java.util.Optional;
import org.enf.core.egnn.SettingRanges;
import org.enf.core.experiment.Experiment.NetworkSize;

/**
 * What a user trains otherwise than the paper; what is empty is as the paper has it.
 *
 * @param epochs how often to go through the training samples, at least 1
 * @param batchSize samples in one step, at least 1; never more than all
 * @param learningRate the largest step size of AdamW, above 0 and at most 1
 * @param layers of the network; Köhler's dynamics have none
 * @param hidden the features of the network
 */
public record RunChanges(
    Optional<Integer> epochs,
    Optional<Integer> batchSize,
    Optional<Double> learningRate,
    Optional<Integer> layers,
    Optional<Integer> hidden) {
  /** All as in the paper. */
  public static final RunChanges NONE =
      new RunChanges(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public RunChanges {
    requirePositive("number of epochs", epochs);
    requirePositive("batch size", batchSize);
    layers.ifPresent(SettingRanges::requireLayers);
    hidden.ifPresent(SettingRanges::requireHidden);
    learningRate.ifPresent(
        rate -> {
          if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                "the learning rate must be above 0 and at most 1, not " + rate);
          }
        });
  }

  private static void requirePositive(String name, Optional<Integer> number) {
    if (number.isPresent() && number.get() < 1) {
      throw new IllegalArgumentException(
          "the " + name + " must be at least 1, not " + number.get());
    }
  }

  /** The network of the paper with these changes. */
  NetworkSize network(NetworkSize paper) {
    return new NetworkSize(
        paper.atoms(),
        paper.dimensions(),
        layers.orElse(paper.layers()),
        hidden.orElse(paper.hidden()));
  }

  /** The training of the paper with these changes. */
  TrainingSize size(TrainingSize paper) {
    TrainingSize batches = batchSize.map(paper::withBatchSize).orElse(paper);
    return epochs.map(batches::withEpochs).orElse(batches);
  }
}
