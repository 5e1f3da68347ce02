package org.enf.core.flow;

import java.util.random.RandomGenerator;

/** The distribution of the noise in Hutchinson's trace estimator; both have unit covariance. */
public enum NoiseKind {
  /** ±1 with equal probability, the choice of least variance. */
  RADEMACHER("Rademacher") {
    @Override
    double draw(RandomGenerator random) {
      return random.nextBoolean() ? 1 : -1;
    }
  },
  /** Standard normal. */
  GAUSSIAN("Gaussian") {
    @Override
    double draw(RandomGenerator random) {
      return random.nextGaussian();
    }
  };

  private final String words;

  NoiseKind(String words) {
    this.words = words;
  }

  /** The name as people write it. */
  public String words() {
    return words;
  }

  abstract double draw(RandomGenerator random);
}
