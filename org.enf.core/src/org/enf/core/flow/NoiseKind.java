package org.enf.core.flow;

import java.util.random.RandomGenerator;

/** The distribution of the noise in Hutchinson's trace estimator; both have unit covariance. */
public enum NoiseKind {
  /** ±1 with equal probability, the choice of least variance. */
  RADEMACHER {
    @Override
    double draw(RandomGenerator random) {
      return random.nextBoolean() ? 1 : -1;
    }
  },
  /** Standard normal. */
  GAUSSIAN {
    @Override
    double draw(RandomGenerator random) {
      return random.nextGaussian();
    }
  };

  abstract double draw(RandomGenerator random);
}
