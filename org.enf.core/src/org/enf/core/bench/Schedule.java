package org.enf.core.bench;

/**
 * How long to measure.
 *
 * @param rounds how often each figure is measured, 1 to 1,000; the median counts
 * @param warmUpSeconds a stretch of the warm-up before a task is measured; there are at least two,
 *     and more until it gets no faster
 * @param mostSeconds after so many seconds a training or sampling case gets no further round
 */
public record Schedule(int rounds, double warmUpSeconds, double mostSeconds) {
  /** The rounds without an option. */
  public static final int DEFAULT_ROUNDS = 5;

  private static final int MOST_ROUNDS = 1000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Schedule {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "the number of rounds must be 1 to " + MOST_ROUNDS + ", not " + rounds);
    }
    if (!(warmUpSeconds >= 0) || !(mostSeconds >= 0)) {
      throw new IllegalArgumentException("a time to measure must be 0 or more");
    }
  }

  /** So many rounds, and times under which all cases together take a few minutes. */
  public static Schedule ofRounds(int rounds) {
    return new Schedule(rounds, 0.3, 15);
  }
}
