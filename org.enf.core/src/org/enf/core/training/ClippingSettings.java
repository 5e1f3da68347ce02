package org.enf.core.training;

import java.util.Arrays;

/**
 * How a gradient that is too long is shortened.
 *
 * @param rule how long it may be
 * @param scope which parameters' gradient is measured and shortened
 */
public record ClippingSettings(Rule rule, Scope scope) {
  /** The adaptive rule of the E-NF's released code for QM9, over all parameters. */
  public static final ClippingSettings DEFAULT =
      new ClippingSettings(new Adaptive(Adaptive.QM9_FIRST_NORM), Scope.ALL);

  /** Which parameters' gradient is clipped. */
  public enum Scope {
    /** All parameters: one factor for the whole gradient. */
    ALL,
    /** The flow only, as in the E-NF's released code: a dequantizer's gradient stays as it is. */
    FLOW
  }

  /** How long a gradient may be. */
  public sealed interface Rule {
    /** How many of the last norms the rule looks at; none unless it says otherwise. */
    default int memory() {
      return 0;
    }

    /** The norms that are taken for the past before the first step; at most {@link #memory()}. */
    default double[] firstNorms() {
      return new double[0];
    }

    /**
     * The largest norm allowed.
     *
     * @param norms the last norms, the oldest first
     */
    double allowed(double[] norms);

    /** In words. */
    default String words() {
      if (this instanceof Adaptive adaptive) {
        return "adaptive from " + adaptive.firstNorm();
      }
      return this instanceof GlobalNorm global ? Double.toString(global.max()) : "none";
    }
  }

  /** Nothing is clipped. */
  public record None() implements Rule {
    @Override
    public double allowed(double[] norms) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The 2-norm may be so long and not longer.
   *
   * @param max above 0
   */
  public record GlobalNorm(double max) implements Rule {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is not above 0 and finite
     */
    public GlobalNorm {
      if (!(max > 0 && max < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the largest norm must be above 0, not " + max);
      }
    }

    @Override
    public double allowed(double[] norms) {
      return max;
    }
  }

  /**
   * The 2-norm may be 1.5 times the mean of the last ones plus twice their standard deviation (the
   * rule of the E-NF's released code).
   *
   * @param firstNorm stands for the past before the first step, above 0: 3000 in the released code
   *     for QM9, 1e30 (no limit at first) for positions
   */
  public record Adaptive(double firstNorm) implements Rule {
    /** How many norms are remembered at most. */
    public static final int MEMORY = 50;

    /** Longer than any first gradient of QM9 that was seen. */
    public static final double QM9_FIRST_NORM = 3000;

    /** Longer than any gradient. */
    public static final double POSITIONAL_FIRST_NORM = 1e30;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if it is not above 0 and at most 1e100
     */
    public Adaptive {
      if (!(firstNorm > 0 && firstNorm <= 1e100)) {
        throw new IllegalArgumentException(
            "the first norm must be above 0 and at most 1e100, not " + firstNorm);
      }
    }

    @Override
    public int memory() {
      return MEMORY;
    }

    @Override
    public double[] firstNorms() {
      return new double[] {firstNorm};
    }

    @Override
    public double allowed(double[] norms) {
      double mean = Arrays.stream(norms).average().orElseThrow();
      double variance =
          Arrays.stream(norms).map(norm -> (norm - mean) * (norm - mean)).average().orElseThrow();
      return 1.5 * mean + 2 * Math.sqrt(variance);
    }
  }
}
