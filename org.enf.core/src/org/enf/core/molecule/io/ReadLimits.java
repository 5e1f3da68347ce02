package org.enf.core.molecule.io;

/**
 * How much a reader believes of what a file says of itself. What goes beyond is refused with a
 * message, before memory is spent on it.
 *
 * @param lineBytes the longest line
 * @param atoms the most atoms in one molecule
 * @param recordBytes the most text in one SDF record
 * @param entryBytes the largest file in an archive
 * @param ratio the most bytes that one compressed byte may unpack to, once more than {@code
 *     freeBytes} came out; QM9's own archive stays below 10
 * @param freeBytes what any compressed file may unpack to, whatever its ratio
 */
public record ReadLimits(
    int lineBytes, int atoms, int recordBytes, long entryBytes, long ratio, long freeBytes) {
  /** 1 MiB a line, 100,000 atoms, 32 MiB a record, 4 GiB an entry, 200-fold beyond 64 MiB. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(1 << 20, 100_000, 32 << 20, 4L << 30, 200, 64L << 20);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public ReadLimits {
    if (lineBytes < 1
        || atoms < 1
        || recordBytes < 1
        || entryBytes < 1
        || ratio < 1
        || freeBytes < 1) {
      throw new IllegalArgumentException("limits for reading must be positive");
    }
  }
}
