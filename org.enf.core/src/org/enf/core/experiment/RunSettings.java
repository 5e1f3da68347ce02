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
 * @param changes what is trained otherwise than in the paper
 * @param solver of training, validation, test and sampling
 * @param trace of validation and test, in place of the paper's
 * @param testTrace of the test alone, in place of that of the validation
 * @param drawn how many samples a trained model draws, 0 to 1,000,000
 * @param limit the time that the training of one run may take
 */
public record RunSettings(
    long seed,
    RunChanges changes,
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
        learningRate(experiment, key),
        size.batchSize(),
        size.epochs(),
        size.validateEvery(),
        limit.map(time -> ", at most " + time.toSeconds() + " s").orElse(""),
        solver.description(),
        drawn,
        seed);
  }

  /** The seed of a run, counted from 1. */
  long seedOf(RunKey key) {
    return seed + key.run() - 1;
  }

  /** How large the network of an experiment is. */
  public NetworkSize network(Experiment experiment) {
    return changes.network(experiment.network());
  }

  /** The largest step size in a run. */
  double learningRate(Experiment experiment, RunKey key) {
    return changes.learningRate().orElse(experiment.learningRates().of(key.method()));
  }

  /** How a run trains: as the paper does but for the changes, and longer by matching. */
  public TrainingSize size(Experiment experiment, RunKey key) {
    TrainingSize usual = experiment.size(key.samples());
    return changes.size(key.method().matches() ? usual.longer(MATCHING_EPOCHS) : usual);
  }
}
