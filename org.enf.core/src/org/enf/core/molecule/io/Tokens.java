package org.enf.core.molecule.io;

import java.nio.charset.StandardCharsets;
import org.enf.core.molecule.Element;

/** Walks over the words of one line, between blanks and tabs; reused from line to line. */
final class Tokens {
  /** Farther from the origin than any molecule; squares of it are far from overflowing. */
  static final double MOST_ANGSTROM = 1e6;

  /** The same in words. */
  static final String REACH = "1,000,000 \u00C5";

  private static final int MOST_COUNT_DIGITS = 10;

  private byte[] bytes = new byte[0];
  private int at;
  private int limit;
  private int start;
  private int end;

  /** Stands before the first word of the line that the reader is at. */
  Tokens of(LineReader lines) {
    bytes = lines.bytes();
    at = lines.start();
    limit = lines.end();
    return this;
  }

  /** Stands before the first word of a line of its own. */
  Tokens of(byte[] line) {
    bytes = line;
    at = 0;
    limit = line.length;
    return this;
  }

  /** Goes to what stands in some columns of the reader's line, from 0; false if that is blank. */
  boolean column(LineReader lines, int from, int to) {
    bytes = lines.bytes();
    start = Math.min(lines.start() + from, lines.end());
    end = Math.min(lines.start() + to, lines.end());
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    return end > start;
  }

  /** Goes to the next word; false at the end of the line. */
  boolean next() {
    int position = at;
    while (position < limit && isBlank(bytes[position])) {
      position++;
    }
    start = position;
    while (position < limit && !isBlank(bytes[position])) {
      position++;
    }
    end = position;
    at = position;
    return end > start;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t';
  }

  /** This word as a number; NaN if it is none, infinite if it is too large. */
  double number() {
    return DecimalNumber.parse(bytes, start, end);
  }

  /** This word as a coordinate; NaN if it is none, infinite if no molecule reaches so far. */
  double coordinate() {
    double value = number();
    return Math.abs(value) > MOST_ANGSTROM ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
  }

  /** Why {@link #coordinate} is not finite. */
  String coordinateProblem() {
    return Double.isFinite(number()) ? "beyond " + REACH : "not a finite number";
  }

  /** The next three words as finite coordinates; false if there are not three such words. */
  boolean coordinates(double[] into, int offset) {
    for (int axis = 0; axis < 3; axis++) {
      if (!next()) {
        return false;
      }
      double value = coordinate();
      if (!Double.isFinite(value)) {
        return false;
      }
      into[offset + axis] = value;
    }
    return true;
  }

  /** This word as an integer with up to 10 digits; {@link Long#MIN_VALUE} if it is none. */
  long integer() {
    int position = start;
    boolean negative = bytes[position] == '-';
    if (negative || bytes[position] == '+') {
      position++;
    }
    if (position == end || end - position > MOST_COUNT_DIGITS) {
      return Long.MIN_VALUE;
    }
    long value = 0;
    for (; position < end; position++) {
      int digit = bytes[position] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      value = 10 * value + digit;
    }
    return negative ? -value : value;
  }

  /** This word as an element symbol or atomic number; null if it is neither. */
  Element element() {
    return ElementSymbols.element(bytes, start, end);
  }

  /** Whether this word is an element symbol, or one of hydrogen's isotopes D and T. */
  boolean isAtomSymbol() {
    return element() != null || is("D") || is("T");
  }

  /** Whether this word is exactly this ASCII text. */
  boolean is(String ascii) {
    if (ascii.length() != end - start) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** This word as text. */
  String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
