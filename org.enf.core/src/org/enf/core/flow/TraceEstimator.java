package org.enf.core.flow;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;

/** How the trace of the Jacobian of the velocity is found for one batch. */
public sealed interface TraceEstimator {
  /**
   * Hutchinson's estimator, the mean of εᵀJε over one or more probes ε that stay the same over one
   * solve (Grathwohl et al., "FFJORD", 2019, eq. 7).
   *
   * @param probes for each probe [atoms × width]; not to be changed
   */
  record Hutchinson(double[][] probes) implements TraceEstimator {
    /**
     * Checks that there is a probe.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Hutchinson {
      if (probes.length == 0) {
        throw new IllegalArgumentException("Hutchinson's estimator needs at least one probe");
      }
    }

    /** The estimator with one probe. */
    public Hutchinson(double[] noise) {
      this(new double[][] {noise});
    }

    /** One probe for a batch with this many elements. */
    public static Hutchinson draw(NoiseKind kind, int elements, RandomGenerator random) {
      return draw(kind, 1, elements, random);
    }

    /**
     * Several probes for a batch with this many elements.
     *
     * @throws IllegalArgumentException if their number is below 1
     */
    public static Hutchinson draw(
        NoiseKind kind, int probes, int elements, RandomGenerator random) {
      double[][] noise = new double[Math.max(0, probes)][elements];
      for (double[] probe : noise) {
        for (int i = 0; i < elements; i++) {
          probe[i] = kind.draw(random);
        }
      }
      return new Hutchinson(noise);
    }

    @Override
    public Hutchinson select(BatchShape shape, int width, int[] molecules) {
      double[][] some = new double[probes.length][];
      for (int k = 0; k < probes.length; k++) {
        some[k] = Molecules.rows(shape, width, probes[k], molecules);
      }
      return new Hutchinson(some);
    }
  }

  /** The sum of all diagonal elements, or a closed form where the network has one. */
  record Exact() implements TraceEstimator {
    @Override
    public Exact select(BatchShape shape, int width, int[] molecules) {
      return this;
    }
  }

  /** The same for some molecules of the batch alone. */
  TraceEstimator select(BatchShape shape, int width, int[] molecules);
}
