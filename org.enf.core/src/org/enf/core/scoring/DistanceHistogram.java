package org.enf.core.scoring;

import java.util.Arrays;
import org.enf.core.molecule.Molecule;

/**
 * How often the atoms of molecules lie at which distance: 100 bins over 0 to 13 Å.
 *
 * <p>Each pair counts twice, (i, j) and (j, i); distances of 13 Å and above fall into the last bin;
 * those of at most 1e-8 Å are left out. Immutable. This is the histogram of the positional QM9
 * experiment of the paper and its released code.
 */
public final class DistanceHistogram {
  /** The number of bins. */
  public static final int BINS = 100;

  /** The upper end of the last bin in Å. */
  public static final double RANGE = 13;

  private static final double ZERO = 1e-8;

  /** Keeps the logarithms of empty bins finite. */
  private static final double FLOOR = 1e-10;

  private final long[] counts;

  private DistanceHistogram(long[] counts) {
    this.counts = counts;
  }

  /**
   * A histogram with these counts.
   *
   * @param counts {@value #BINS} counts, none negative
   * @throws IllegalArgumentException if there are more or fewer, or one is negative
   */
  public static DistanceHistogram ofCounts(long[] counts) {
    if (counts.length != BINS || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "a distance histogram needs " + BINS + " counts that are not negative");
    }
    return new DistanceHistogram(counts.clone());
  }

  /** The counts, one a bin; a copy. */
  public long[] counts() {
    return counts.clone();
  }

  /** The number of distances counted. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /**
   * The Jensen-Shannon divergence ½KL(p‖m) + ½KL(q‖m), m = ½(p + q), in nats, where p and q are the
   * shares of the bins plus 1e-10.
   *
   * @return 0 for equal shares, at most ln 2
   * @throws IllegalStateException if one of the two histograms is empty
   */
  public double jensenShannon(DistanceHistogram other) {
    double[] p = shares();
    double[] q = other.shares();
    double divergence = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double m = 0.5 * (p[bin] + q[bin]);
      divergence += 0.5 * p[bin] * Math.log(p[bin] / m) + 0.5 * q[bin] * Math.log(q[bin] / m);
    }
    return divergence;
  }

  private double[] shares() {
    long total = total();
    if (total == 0) {
      throw new IllegalStateException("a distance histogram without distances has no divergence");
    }
    double[] shares = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      shares[bin] = (double) counts[bin] / total + FLOOR;
    }
    return shares;
  }

  /** Collects the distances of many molecules. Not for use by several threads at once. */
  public static final class Counter {
    private final long[] counts = new long[BINS];

    /** Counts all distances of a molecule. */
    public void add(Molecule molecule) {
      for (int i = 0; i < molecule.size(); i++) {
        for (int j = 0; j < i; j++) {
          add(molecule.distance(i, j));
        }
      }
    }

    /**
     * Counts one pair, both ways.
     *
     * @param distance in Å, finite and not negative
     * @throws IllegalArgumentException if the distance is negative or not finite
     */
    public void add(double distance) {
      if (!(distance >= 0 && distance < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a distance cannot be " + distance);
      }
      if (distance > ZERO) {
        counts[(int) Math.min(BINS - 1, distance / RANGE * BINS)] += 2;
      }
    }

    /** The histogram of everything counted so far. */
    public DistanceHistogram histogram() {
      return ofCounts(counts);
    }
  }
}
