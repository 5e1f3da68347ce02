package org.enf.core.molecule.io;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * How to read a molecule file. Start from {@link #DEFAULT} and change what differs.
 *
 * @param brokenRecords what to do at a broken record
 * @param excluded the molecules to leave out, by their number in GDB
 * @param every 1 to take all molecules, N for the first one and each Nth after it
 * @param limit the most molecules to take
 * @param limits how much to believe of what a file says of itself
 * @param listener hears each problem as it happens; not called where reading stops at it
 */
public record ReadOptions(
    BrokenRecords brokenRecords,
    ExclusionList excluded,
    long every,
    long limit,
    ReadLimits limits,
    Consumer<ReadProblem> listener) {

  /** What to do at a broken record. */
  public enum BrokenRecords {
    /** Skip and count it, tell the listener, go on at the next record. */
    SKIP,
    /** Throw a {@link MoleculeFormatException}. */
    STOP
  }

  /** Broken records are skipped, nothing is excluded, no limit, nobody listens. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          BrokenRecords.SKIP,
          ExclusionList.NONE,
          1,
          Long.MAX_VALUE,
          ReadLimits.DEFAULT,
          problem -> {});

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the limit is negative, or less than each one is taken
   */
  public ReadOptions {
    Objects.requireNonNull(brokenRecords);
    Objects.requireNonNull(excluded);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(listener);
    if (every < 1) {
      throw new IllegalArgumentException("every " + every + "th molecule cannot be taken");
    }
    if (limit < 0) {
      throw new IllegalArgumentException(
          "the number of molecules to read must not be negative: " + limit);
    }
  }

  /** These options, but with this way at a broken record. */
  public ReadOptions at(BrokenRecords way) {
    return new ReadOptions(way, excluded, every, limit, limits, listener);
  }

  /** These options, but leaving out the molecules of a list. */
  public ReadOptions excluding(ExclusionList list) {
    return new ReadOptions(brokenRecords, list, every, limit, limits, listener);
  }

  /**
   * These options, but taking only the first molecule and each Nth after it: a fair sample of a
   * file that is sorted.
   *
   * @param step N
   */
  public ReadOptions every(long step) {
    return new ReadOptions(brokenRecords, excluded, step, limit, limits, listener);
  }

  /** These options, but reading no more than so many molecules. */
  public ReadOptions upTo(long molecules) {
    return new ReadOptions(brokenRecords, excluded, every, molecules, limits, listener);
  }

  /** These options, but with other limits. */
  public ReadOptions within(ReadLimits others) {
    return new ReadOptions(brokenRecords, excluded, every, limit, others, listener);
  }

  /** These options, but telling each problem to a listener as it happens. */
  public ReadOptions reportingTo(Consumer<ReadProblem> other) {
    return new ReadOptions(brokenRecords, excluded, every, limit, limits, other);
  }
}
