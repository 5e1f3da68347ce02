package org.enf.core.training;

/**
 * Seeds for each use of random numbers, computed from the user's seed and a counter, so that a run
 * can go on anywhere without any generator's state.
 */
public final class Seeds {
  private Seeds() {}

  /** What random numbers are for; one purpose never sees the numbers of another. */
  public enum Purpose {
    /** Fresh parameters. */
    PARAMETERS,
    /** The order of the molecules in an epoch. */
    ORDER,
    /** The noise of a training step. */
    STEP,
    /** The noise of a validation. */
    VALIDATION,
    /** The choice of a validation set. */
    SPLIT,
    /** A generated molecule. */
    SAMPLE,
    /** The noise of a likelihood. */
    LIKELIHOOD
  }

  /** The seed of the counter-th use for a purpose. */
  public static long of(long seed, Purpose purpose, long counter) {
    return mix(mix(mix(seed) + purpose.ordinal() + 1) + counter);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
  private static long mix(long z) {
    long a = (z + 0x9E3779B97F4A7C15L);
    a = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
    a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return a ^ (a >>> 31);
  }
}
