package org.enf.core.dequantization;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The categorical distribution p(M) of the number of atoms of a molecule. */
public final class SizeDistribution {
  /** The most atoms of a molecule; the work of a network grows with their square. */
  public static final int MAX_ATOMS = 1000;

  private final SortedMap<Integer, Long> counts;
  private final long total;

  /**
   * The distribution of these counts.
   *
   * @param counts how many molecules have this many atoms
   * @throws IllegalArgumentException if there is none, a size is below 1 or above {@link
   *     #MAX_ATOMS}, or a count is below 1 or all together are beyond numbers of 63 bits
   */
  public SizeDistribution(SortedMap<Integer, Long> counts) {
    long sum = 0;
    for (var entry : counts.entrySet()) {
      if (entry.getKey() < 1 || entry.getKey() > MAX_ATOMS || entry.getValue() < 1) {
        throw new IllegalArgumentException(
            "p(M) counts molecules with 1 to "
                + MAX_ATOMS
                + " atoms at least once, not "
                + entry.getValue()
                + " with "
                + entry.getKey());
      }
      if (sum > Long.MAX_VALUE - entry.getValue()) {
        throw new IllegalArgumentException("p(M) counts more molecules than there are numbers");
      }
      sum += entry.getValue();
    }
    if (sum == 0) {
      throw new IllegalArgumentException("p(M) needs at least one molecule");
    }
    this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    total = sum;
  }

  /** The distribution of these sizes. */
  public static SizeDistribution of(int[] sizes) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (int size : sizes) {
      counts.merge(size, 1L, Long::sum);
    }
    return new SizeDistribution(counts);
  }

  /**
   * The same distribution given that the size is in a range.
   *
   * @param least the smallest size
   * @param most the largest size
   * @throws IllegalArgumentException if no size in the range has a probability above zero
   */
  public SizeDistribution within(int least, int most) {
    SortedMap<Integer, Long> inRange =
        least > most ? new TreeMap<>() : counts.subMap(least, most + 1);
    if (inRange.isEmpty()) {
      throw new IllegalArgumentException(
          "p(M) is zero from "
              + least
              + " to "
              + most
              + " atoms; it is for molecules of "
              + words());
    }
    return new SizeDistribution(inRange);
  }

  /** The counts by size. */
  public SortedMap<Integer, Long> counts() {
    return counts;
  }

  /** The sizes from the smallest to the largest, in words: {@code 3 to 29 atoms}. */
  public String words() {
    return counts().firstKey() + " to " + counts().lastKey() + " atoms";
  }

  /** log p(M) in nats; −∞ for a size that never occurred. */
  public double logProbability(int size) {
    Long count = counts.get(size);
    return count == null ? Double.NEGATIVE_INFINITY : Math.log((double) count / total);
  }

  /** Whether the size has a probability above zero. */
  public boolean contains(int size) {
    return counts.containsKey(size);
  }

  /** Draws a size. */
  public int sample(RandomGenerator random) {
    long left = random.nextLong(total);
    for (var entry : counts.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new AssertionError("counts sum to their total");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SizeDistribution that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
