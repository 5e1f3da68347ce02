package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.training.TrainingSettings;
import picocli.CommandLine.Option;

/** The options that say how to train. */
final class TrainingOptions {
  private static final TrainingSettings DEFAULT = new TrainingSettings(100, 64, 5e-4, 0, 1000);

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often to go through all molecules (default: 100).")
  private Integer epochs;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Stop after this time of training, for example 10m or 1h30m.")
  private Duration timeLimit;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Molecules in a step (default: 64).")
  private Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Step size of the optimiser AdamW (default: 5e-4).")
  private Double learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Determines all random numbers (default: 0).")
  private Long seed;

  @Option(
      names = "--validation-molecules",
      paramLabel = "N",
      description = "How many molecules of --validation to evaluate (default: 1000).")
  private Integer validationMolecules;

  /** The settings of a fresh run. */
  TrainingSettings fresh() {
    return settings(new Choice.Fresh(), DEFAULT);
  }

  /**
   * The settings of a run that goes on: the number of epochs may be new, other options that differ
   * are told to the choice.
   */
  TrainingSettings resumed(Choice.Resumed choice, TrainingSettings before) {
    return settings(choice, before);
  }

  private TrainingSettings settings(Choice choice, TrainingSettings otherwise) {
    int chosenEpochs = epochs != null ? epochs : otherwise.epochs();
    int batch = choice.of("--batch-size", batchSize, otherwise.batchSize());
    double rate = choice.of("--learning-rate", learningRate, otherwise.learningRate());
    long chosenSeed = choice.of("--seed", seed, otherwise.seed());
    int validation =
        choice.of("--validation-molecules", validationMolecules, otherwise.validationMolecules());
    return CommandException.usageIfIllegal(
        () -> new TrainingSettings(chosenEpochs, batch, rate, chosenSeed, validation));
  }

  /** The time that the run may take, or null. */
  Duration timeLimit() {
    return timeLimit;
  }
}
