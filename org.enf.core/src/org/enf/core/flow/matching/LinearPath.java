package org.enf.core.flow.matching;

/**
 * The straight line, y_t = (1 − t)·y + (σ + (1 − σ)·t)·z: the conditional optimal transport path of
 * Lipman et al., "Flow Matching for Generative Modeling", 2023, eq. 22, with their time turned
 * round.
 *
 * @param sigmaMin σ, the deviation that is left around a data point at t = 0; at least 0, below 1
 */
public record LinearPath(double sigmaMin) implements ProbabilityPath {
  /** The line that ends exactly at the data. */
  public static final LinearPath EXACT = new LinearPath(0);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if σ is out of it
   */
  public LinearPath {
    if (!(sigmaMin >= 0 && sigmaMin < 1)) {
      throw new IllegalArgumentException(
          "sigma-min must be at least 0 and below 1, not " + sigmaMin);
    }
  }

  @Override
  public double dataShare(double t) {
    return 1 - t;
  }

  @Override
  public double noiseShare(double t) {
    return sigmaMin + (1 - sigmaMin) * t;
  }

  @Override
  public double dataRate(double t) {
    return -1;
  }

  @Override
  public double noiseRate(double t) {
    return 1 - sigmaMin;
  }

  @Override
  public String words() {
    return sigmaMin == 0 ? "linear" : "linear with sigma-min " + sigmaMin;
  }
}
