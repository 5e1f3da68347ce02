package org.enf.core.experiment;

/**
 * What came of a run; NaN where something was not measured.
 *
 * @param key which run
 * @param settings everything that the figures depend on, in words
 * @param seed of the run
 * @param epochs how many were done
 * @param bestEpoch after which the validation NLL was lowest; its weights were tested
 * @param validationNll that NLL, in nats a sample
 * @param test the test set
 * @param samples what the model draws
 * @param seconds of training, without validation
 * @param ending why training ended, in words
 */
public record RunResult(
    RunKey key,
    String settings,
    long seed,
    int epochs,
    int bestEpoch,
    double validationNll,
    Test test,
    Drawn samples,
    double seconds,
    String ending) {
  /**
   * The test set under the model.
   *
   * @param nll the mean in nats a sample
   * @param standardError of that mean, by the spread of the samples
   * @param samples how many were evaluated
   * @param left how many were left out, because their integration failed or they are of a size
   *     without training samples
   * @param evaluations the mean number of evaluations of the network for a batch
   */
  public record Test(double nll, double standardError, int samples, int left, double evaluations) {}

  /**
   * What the model draws.
   *
   * @param divergence the Jensen-Shannon divergence of its distances from those of the training
   *     set, in nats
   * @param atomStability the share of stable atoms
   * @param moleculeStability the share of stable molecules
   */
  public record Drawn(double divergence, double atomStability, double moleculeStability) {
    /** Nothing was drawn. */
    public static final Drawn NOTHING = new Drawn(Double.NaN, Double.NaN, Double.NaN);
  }
}
