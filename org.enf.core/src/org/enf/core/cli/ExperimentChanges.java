package org.enf.core.cli;

import java.util.Optional;
import org.enf.core.experiment.RunChanges;
import picocli.CommandLine.Option;

/** The options of what an experiment trains otherwise than the paper. */
final class ExperimentChanges {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to go through the training samples (default: as the paper).")
  private Integer epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Samples in one step, or all if there are fewer (default: as the paper).")
  private Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description =
          "Largest step size of the optimiser, for all methods alike (default: as the paper, which"
              + " has one for each experiment and kind of method).")
  private Double learningRate;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers of the networks; simple and kernel have none (default: as the paper).")
  private Integer layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description =
          "Features of the networks (default: as the paper; its released model of QM9 has 64).")
  private Integer hidden;

  /**
   * What was chosen.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  RunChanges chosen() {
    return new RunChanges(
        Optional.ofNullable(epochs),
        Optional.ofNullable(batchSize),
        Optional.ofNullable(learningRate),
        Optional.ofNullable(layers),
        Optional.ofNullable(hidden));
  }
}
