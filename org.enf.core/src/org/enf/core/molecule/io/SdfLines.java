package org.enf.core.molecule.io;

import java.io.IOException;

/** The lines of one SDF record, which must not end too early nor be too long in all. */
final class SdfLines {
  /** What ends a record. */
  static final String DELIMITER = "$$$$";

  private final LineReader lines;
  private final int mostBytes;
  private long bytes;

  SdfLines(LineReader lines, int mostBytes) {
    this.lines = lines;
    this.mostBytes = mostBytes;
  }

  /** Starts to count anew. */
  void beginRecord() {
    bytes = 0;
  }

  /** Goes to the next line, which the record must have. */
  void next(String wanted) throws IOException {
    if (!nextIfAny(wanted)) {
      throw lines.broken("the file ends before " + wanted);
    }
  }

  /** Goes to the next line, which the record must have; false at the end of the file. */
  boolean nextIfAny(String wanted) throws IOException {
    if (!lines.next()) {
      return false;
    }
    if (lines.startsWith(DELIMITER)) {
      MoleculeFormatException broken = lines.broken("the record ends before " + wanted);
      lines.back();
      throw broken;
    }
    check();
    return true;
  }

  /** Sees to it that the current line and the record are not too long. */
  void check() throws MoleculeFormatException {
    if (lines.overlong()) {
      throw lines.tooLong();
    }
    bytes += lines.end() - lines.start() + 1L;
    if (bytes > mostBytes) {
      throw lines.broken("the record is longer than the allowed " + mostBytes + " bytes");
    }
  }

  /** The lines themselves. */
  LineReader lines() {
    return lines;
  }
}
