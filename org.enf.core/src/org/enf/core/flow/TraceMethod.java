package org.enf.core.flow;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Which estimator of the trace to use; with noise drawn it is a {@link TraceEstimator}. */
public sealed interface TraceMethod {
  /** The exact trace. */
  TraceMethod EXACT = new Exact();

  /** Hutchinson's estimator with one Rademacher probe, the cheapest one. */
  TraceMethod HUTCHINSON = new Hutchinson(NoiseKind.RADEMACHER, 1);

  /** The estimator for this many elements, with noise if it needs any. */
  TraceEstimator estimator(int elements, RandomGenerator random);

  /** The estimator of a batch from those of its molecules, which this method has given. */
  TraceEstimator together(List<TraceEstimator> molecules);

  /** In words. */
  String words();

  /** The exact trace. */
  record Exact() implements TraceMethod {
    @Override
    public TraceEstimator estimator(int elements, RandomGenerator random) {
      return new TraceEstimator.Exact();
    }

    @Override
    public TraceEstimator together(List<TraceEstimator> molecules) {
      return new TraceEstimator.Exact();
    }

    @Override
    public String words() {
      return "exact";
    }
  }

  /**
   * Hutchinson's estimator.
   *
   * @param noise the distribution of the probes
   * @param probes how many it takes the mean over, 1 to 1000
   */
  record Hutchinson(NoiseKind noise, int probes) implements TraceMethod {
    private static final int MOST_PROBES = 1000;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number of probes is out of range
     */
    public Hutchinson {
      if (probes < 1 || probes > MOST_PROBES) {
        throw new IllegalArgumentException(
            "the number of probes must be 1 to " + MOST_PROBES + ", not " + probes);
      }
    }

    @Override
    public TraceEstimator.Hutchinson estimator(int elements, RandomGenerator random) {
      return TraceEstimator.Hutchinson.draw(noise, probes, elements, random);
    }

    @Override
    public TraceEstimator.Hutchinson together(List<TraceEstimator> molecules) {
      double[][] all = new double[probes][];
      for (int k = 0; k < probes; k++) {
        int probe = k;
        all[k] =
            molecules.stream()
                .map(TraceEstimator.Hutchinson.class::cast)
                .flatMapToDouble(m -> Arrays.stream(m.probes()[probe]))
                .toArray();
      }
      return new TraceEstimator.Hutchinson(all);
    }

    @Override
    public String words() {
      return "Hutchinson's estimator with "
          + (probes == 1
              ? "one " + noise.words() + " probe"
              : probes + " " + noise.words() + " probes")
          + " for each molecule";
    }
  }
}
