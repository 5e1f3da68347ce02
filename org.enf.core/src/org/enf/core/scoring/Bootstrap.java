package org.enf.core.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap of a ratio of sums: draws as many molecules as there are, with replacement,
 * again and again, and takes the quantiles of the ratios. The same seed gives the same interval.
 *
 * <p>Where all molecules agree (0 % or 100 %) so do all resamples, and the interval has no width;
 * it then says nothing of how sure the figure is.
 *
 * @param resamples how often to draw a whole set
 * @param seed seed of the random numbers
 * @param level the confidence level, between 0 and 1
 */
public record Bootstrap(int resamples, long seed, double level) {
  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if resamples is below 1 or level is not between 0 and 1
   */
  public Bootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be at least 1, not " + resamples);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be between 0 and 1, not " + level);
    }
  }

  /** 1,000 resamples and 95 %, with this seed. */
  public static Bootstrap withSeed(long seed) {
    return new Bootstrap(1000, seed, 0.95);
  }

  /**
   * The interval of sum(numerators) / sum(denominators).
   *
   * @param numerators one an observation
   * @param denominators one an observation, all above 0, as many as numerators
   * @return the interval; nothing where there is no observation
   */
  Optional<Interval> ratioOfSums(int[] numerators, int[] denominators) {
    int count = numerators.length;
    if (count == 0) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] ratios = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      long numerator = 0;
      long denominator = 0;
      for (int draw = 0; draw < count; draw++) {
        int chosen = random.nextInt(count);
        numerator += numerators[chosen];
        denominator += denominators[chosen];
      }
      ratios[resample] = (double) numerator / denominator;
    }
    Arrays.sort(ratios);
    double tail = (1 - level) / 2;
    return Optional.of(new Interval(quantile(ratios, tail), quantile(ratios, 1 - tail), level));
  }

  /** The quantile of sorted values, linear between two of them. */
  private static double quantile(double[] sorted, double fraction) {
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The settings in words. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "%.0f %% percentile bootstrap over molecules, %,d resamples, seed %d;"
            + " without width where all molecules agree",
        100 * level,
        resamples,
        seed);
  }
}
