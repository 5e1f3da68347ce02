package org.enf.core.experiment;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.experiment.Experiment.NetworkSize;
import org.enf.core.ode.SolverSettings;

/**
 * What a user may choose about the runs of an experiment.
 *
 * @param seed of the first run; the others have the next ones
 * @param epochs in place of the paper's
 * @param layers of the network, in place of the paper's; Köhler's dynamics have none
 * @param hidden the features of the network, in place of the paper's
 * @param solver of training, validation, test and sampling
 * @param trace of validation and test, in place of the paper's
 * @param testTrace of the test alone, in place of that of the validation
 * @param drawn how many samples a trained model draws, 0 to 1,000,000
 * @param limit the time that the training of one run may take
 */
public record RunSettings(
    long seed,
    Optional<Integer> epochs,
    Optional<Integer> layers,
    Optional<Integer> hidden,
    SolverSettings solver,
    Optional<HeldOutTrace> trace,
    Optional<HeldOutTrace> testTrace,
    int drawn,
    Optional<Duration> limit) {
  /** The samples that a model of the paper draws for the distances. */
  public static final int PAPER_DRAWN = 1_000;

  /** An epoch of flow matching solves nothing, so there is time for more. */
  private static final int MATCHING_EPOCHS = 10;

  private static final int MOST_DRAWN = 1_000_000;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public RunSettings {
    if (drawn < 0 || drawn > MOST_DRAWN) {
      throw new IllegalArgumentException(
          "the number of samples to draw must be 0 to " + MOST_DRAWN + ", not " + drawn);
    }
    if (epochs.isPresent() && epochs.get() < 1) {
      throw new IllegalArgumentException(
          "the number of epochs must be at least 1, not " + epochs.get());
    }
  }

  /** What is said here of a run, in words. */
  String describe(Experiment experiment, RunKey key) {
    TrainingSize size = size(experiment, key);
    NetworkSize network = network(experiment);
    return String.format(
        Locale.ROOT,
        "%d layers of %d; learning rate %s; batch size %d; %d epochs, validation every %d%s;"
            + " solver %s; %d drawn; seeds from %d",
        network.layers(),
        network.hidden(),
        experiment.learningRates().of(key.method()),
        size.batchSize(),
        size.epochs(),
        size.validateEvery(),
        limit.map(time -> ", at most " + time.toSeconds() + " s").orElse(""),
        solver.solver().description(),
        drawn,
        seed);
  }

  /** The seed of a run, counted from 1. */
  long seedOf(RunKey key) {
    return seed + key.run() - 1;
  }

  /** How large the network of an experiment is. */
  public NetworkSize network(Experiment experiment) {
    NetworkSize paper = experiment.network();
    return new NetworkSize(
        paper.atoms(),
        paper.dimensions(),
        layers.orElse(paper.layers()),
        hidden.orElse(paper.hidden()));
  }

  /** How a run trains: as the paper does, but for the number of epochs, and longer by matching. */
  public TrainingSize size(Experiment experiment, RunKey key) {
    TrainingSize usual = experiment.size(key.samples());
    TrainingSize paper = key.method().matches() ? usual.longer(MATCHING_EPOCHS) : usual;
    return epochs.map(paper::withEpochs).orElse(paper);
  }
}
