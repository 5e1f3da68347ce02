package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingSettings.LastBatch;
import picocli.CommandLine.Option;

/** The options that say how long and in which steps to train. */
final class TrainingOptions {
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
      description = "Molecules in a step (default: 64, with --objective fm 32).")
  private Integer batchSize;

  @Option(
      names = "--drop-last-batch",
      description = "Leave out the molecules that do not fill a batch, others in each epoch.")
  private boolean dropLastBatch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Largest step size of the optimiser (default: 5e-4, with --objective fm 1e-2).")
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

  /**
   * The settings, of which the groups of other options are as before. The number of epochs may be
   * new in a run that goes on, unless the learning rate depends on it.
   */
  TrainingSettings settings(Choice choice, TrainingSettings otherwise) {
    int chosenEpochs =
        otherwise.schedule().endsWithEpochs()
            ? choice.of("--epochs", epochs, otherwise.epochs())
            : epochs != null ? epochs : otherwise.epochs();
    int batch = choice.of("--batch-size", batchSize, otherwise.batchSize());
    LastBatch last =
        choice.of("the last batch", dropLastBatch ? LastBatch.DROP : null, otherwise.lastBatch());
    double rate = choice.of("--learning-rate", learningRate, otherwise.learningRate());
    long chosenSeed = choice.of("--seed", seed, otherwise.seed());
    int validation =
        choice.of("--validation-molecules", validationMolecules, otherwise.validationMolecules());
    return CommandException.usageIfIllegal(
        () ->
            new TrainingSettings(
                chosenEpochs,
                batch,
                rate,
                chosenSeed,
                validation,
                last,
                otherwise.loss(),
                otherwise.optimiser(),
                otherwise.clipping(),
                otherwise.schedule(),
                otherwise.selection()));
  }

  /** The time that the run may take, or null. */
  Duration timeLimit() {
    return timeLimit;
  }
}
