package org.enf.knime.reader;

import java.util.SplittableRandom;

/** Chooses so many of a known number, one after the other in their order, each set alike likely. */
final class RandomChoice {
  private final SplittableRandom random;
  private long left;
  private long wanted;

  RandomChoice(long all, long wanted, long seed) {
    this.left = all;
    this.wanted = wanted;
    random = new SplittableRandom(seed);
  }

  /** Whether the next one is chosen. */
  boolean next() {
    boolean chosen = random.nextLong(left) < wanted;
    left--;
    wanted -= chosen ? 1 : 0;
    return chosen;
  }
}
