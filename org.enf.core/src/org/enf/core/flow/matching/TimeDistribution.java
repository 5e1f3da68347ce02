package org.enf.core.flow.matching;

import java.util.random.RandomGenerator;

/** At which times a batch is trained. */
public sealed interface TimeDistribution {
  /**
   * Draws times.
   *
   * @param count how many, at least 1
   * @return independent of their order, each above 0 and below 1 or at 0
   */
  double[] sample(int count, RandomGenerator random);

  /** The distribution in words. */
  String words();

  /**
   * Uniform on [0, 1), one time in each of {@code count} equal intervals, which lessens the noise
   * of a batch's loss; which molecule has which interval is random.
   */
  record Uniform() implements TimeDistribution {
    @Override
    public double[] sample(int count, RandomGenerator random) {
      double[] times = new double[count];
      for (int k = 0; k < count; k++) {
        times[k] = (k + random.nextDouble()) / count;
      }
      for (int k = count - 1; k > 0; k--) {
        int other = random.nextInt(k + 1);
        double kept = times[k];
        times[k] = times[other];
        times[other] = kept;
      }
      return times;
    }

    @Override
    public String words() {
      return "uniform times";
    }
  }

  /**
   * t = 1 / (1 + exp(−u)) with u normal: more of the times in the middle (Esser et al., "Scaling
   * Rectified Flow Transformers", 2024, §3.1).
   *
   * @param mean of u: below 0 for more times near the data
   * @param deviation of u, above 0
   */
  record LogitNormal(double mean, double deviation) implements TimeDistribution {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of range; the message names it
     */
    public LogitNormal {
      if (!(Math.abs(mean) <= 10)) {
        throw new IllegalArgumentException(
            "the mean of logit-normal times must be -10 to 10, not " + mean);
      }
      if (!(deviation > 0 && deviation <= 10)) {
        throw new IllegalArgumentException(
            "the deviation of logit-normal times must be above 0 and at most 10, not " + deviation);
      }
    }

    @Override
    public double[] sample(int count, RandomGenerator random) {
      double[] times = new double[count];
      for (int k = 0; k < count; k++) {
        times[k] = 1 / (1 + Math.exp(-random.nextGaussian(mean, deviation)));
      }
      return times;
    }

    @Override
    public String words() {
      return "logit-normal times with mean " + mean + " and deviation " + deviation;
    }
  }
}
