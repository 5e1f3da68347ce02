package org.enf.core.particles;

/**
 * How to draw samples by Markov chains. A sweep tries to move each particle once.
 *
 * @param chains independent chains, 1 to 10,000; sample k comes from chain k modulo their number
 * @param burnIn sweeps before the first sample of a chain, 0 to 10,000,000; during them the length
 *     of the moves is tuned
 * @param thinning sweeps from one sample of a chain to its next, 1 to 1,000,000
 * @param seed determines all random numbers
 */
public record MetropolisSettings(int chains, int burnIn, int thinning, long seed) {
  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public MetropolisSettings {
    require("number of chains", chains, 1, 10_000);
    require("burn-in in sweeps", burnIn, 0, 10_000_000);
    require("thinning in sweeps", thinning, 1, 1_000_000);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "the " + name + " must be " + min + " to " + max + ", not " + value);
    }
  }

  /**
   * Ten chains, 2,000 sweeps of burn-in, 300 between two samples: by then samples of DW4 and LJ13
   * have forgotten each other.
   */
  public static MetropolisSettings ofSeed(long seed) {
    return new MetropolisSettings(10, 2_000, 300, seed);
  }
}
