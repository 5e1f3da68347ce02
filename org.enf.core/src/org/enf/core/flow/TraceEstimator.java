package org.enf.core.flow;

import java.util.random.RandomGenerator;

/** How the trace of the Jacobian of the velocity is found. */
public sealed interface TraceEstimator {
  /**
   * Hutchinson's estimator εᵀJε with noise that stays the same over one solve (Grathwohl et al.,
   * "FFJORD", 2019, eq. 7).
   *
   * @param noise [atoms × width]
   */
  record Hutchinson(double[] noise) implements TraceEstimator {
    /** Noise for a batch with this many elements. */
    public static Hutchinson draw(NoiseKind kind, int elements, RandomGenerator random) {
      double[] noise = new double[elements];
      for (int i = 0; i < elements; i++) {
        noise[i] = kind.draw(random);
      }
      return new Hutchinson(noise);
    }
  }

  /** The sum of all diagonal elements, one product with the Jacobian for each. */
  record Exact() implements TraceEstimator {}
}
