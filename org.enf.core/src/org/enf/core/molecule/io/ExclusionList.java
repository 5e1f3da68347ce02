package org.enf.core.molecule.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.enf.core.molecule.Molecule;

/**
 * Molecules to leave out, by their numbers in GDB: QM9's {@code uncharacterized.txt}, or any text
 * whose lines begin with such a number.
 *
 * <p>Only molecules named {@code gdb N} (or {@code gdb_N}) have a number to compare.
 */
public final class ExclusionList {
  /** Leaves nothing out. */
  public static final ExclusionList NONE = new ExclusionList(new long[0]);

  private static final int FIRST_CAPACITY = 4096;

  private final long[] sorted;

  private ExclusionList(long[] sorted) {
    this.sorted = sorted;
  }

  /** A list of these numbers. */
  public static ExclusionList of(long... indices) {
    long[] sorted = indices.clone();
    Arrays.sort(sorted);
    return new ExclusionList(sorted);
  }

  /**
   * Reads a list. Lines that do not begin with a number are headings; so is QM9's last line, which
   * says how many molecules the list has.
   *
   * @param file the list, plain or compressed
   * @throws MoleculeFormatException if the file cannot be read or names no molecule
   * @throws IOException if the file cannot be closed
   */
  public static ExclusionList read(Path file) throws IOException {
    ReadLimits limits = ReadLimits.DEFAULT;
    NamedInput input = Unpacking.openText(file, limits);
    try (LineReader lines = new LineReader(input.name(), input.stream(), limits.lineBytes())) {
      return parse(lines);
    } catch (DamagedInputException damaged) {
      throw new MoleculeFormatException(
          new ReadProblem(input.name(), 0, damaged.getMessage()), damaged);
    }
  }

  private static ExclusionList parse(LineReader lines) throws IOException {
    long[] indices = new long[FIRST_CAPACITY];
    int count = 0;
    boolean entriesHaveText = false;
    Tokens tokens = new Tokens();
    while (lines.next()) {
      tokens.of(lines);
      if (!tokens.next()) {
        continue;
      }
      long index = tokens.integer();
      if (index < 0) {
        continue;
      }
      entriesHaveText |= count == 0 && tokens.next();
      if (count == indices.length) {
        indices = Arrays.copyOf(indices, 2 * count);
      }
      indices[count++] = index;
    }
    if (entriesHaveText && endsWithItsCount(indices, count)) {
      count--;
    }
    if (count == 0) {
      throw lines.brokenAt(
          0, "the list names no molecule; its lines should begin with a gdb number");
    }
    return of(Arrays.copyOf(indices, count));
  }

  /** Whether the last number says how many there are, and so is none of them. */
  private static boolean endsWithItsCount(long[] indices, int count) {
    return count > 1 && indices[count - 1] == count - 1 && indices[count - 1] <= indices[count - 2];
  }

  /** Whether the molecule with this number is to be left out. */
  public boolean contains(long index) {
    return Arrays.binarySearch(sorted, index) >= 0;
  }

  /** Whether this molecule is to be left out. */
  boolean contains(Molecule molecule) {
    if (sorted.length == 0) {
      return false;
    }
    long index = GdbIndex.of(molecule);
    return index != GdbIndex.NONE && contains(index);
  }

  /** How many numbers the list has. */
  public int size() {
    return sorted.length;
  }
}
