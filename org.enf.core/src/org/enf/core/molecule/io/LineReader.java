package org.enf.core.molecule.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines that stay bytes; one line at a time is in memory.
 *
 * <p>A line longer than the limit keeps its beginning, the rest is passed over, and {@link
 * #overlong()} says so.
 */
final class LineReader implements Closeable {
  private static final int FIRST_CAPACITY = 1 << 13;
  private static final int LONGEST_EXCERPT = 256;

  private final String file;
  private final InputStream in;
  private final int longest;
  private byte[] buffer;
  private int filled;
  private int next;
  private boolean ended;

  private int start;
  private int end;
  private long number;
  private boolean overlong;
  private boolean held;

  LineReader(String file, InputStream in, int longest) {
    this.file = file;
    this.in = in;
    this.longest = longest;
    this.buffer = new byte[FIRST_CAPACITY];
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    if (held) {
      held = false;
      number++;
      return true;
    }
    overlong = false;
    start = next;
    int scanned = next;
    while (true) {
      int newline = newline(scanned);
      if (newline >= 0) {
        return line(newline, newline + 1);
      }
      scanned = filled;
      if (scanned - start > longest) {
        int kept = start + Math.min(LONGEST_EXCERPT, longest);
        return line(kept, passOver(kept));
      }
      int shift = start;
      if (!fill()) {
        return filled > start && line(filled, filled);
      }
      scanned -= shift - start;
    }
  }

  private int newline(int from) {
    byte[] bytes = buffer;
    int to = filled;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean line(int lineEnd, int nextStart) {
    next = nextStart;
    number++;
    if (number == 1
        && lineEnd - start >= 3
        && buffer[start] == (byte) 0xEF
        && buffer[start + 1] == (byte) 0xBB
        && buffer[start + 2] == (byte) 0xBF) {
      start += 3;
    }
    end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    overlong |= end - start > longest;
    return true;
  }

  /** Moves the open line to the front and reads behind it; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
      next = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    ended = count < 0;
    filled += Math.max(count, 0);
    return !ended;
  }

  /** Drops the rest of an overlong line from a byte on; where the next line starts. */
  private int passOver(int kept) throws IOException {
    overlong = true;
    while (true) {
      filled = kept;
      int count = in.read(buffer, kept, buffer.length - kept);
      if (count < 0) {
        ended = true;
        return kept;
      }
      filled += count;
      int newline = newline(kept);
      if (newline >= 0) {
        return newline + 1;
      }
    }
  }

  /** Makes the next call of {@link #next()} come back to the current line. */
  void back() {
    held = true;
    number--;
  }

  /** Where the bytes of the current line are; valid until the next call of {@link #next()}. */
  byte[] bytes() {
    return buffer;
  }

  /** The first byte of the current line. */
  int start() {
    return start;
  }

  /** The byte behind the current line, without the line's end. */
  int end() {
    return end;
  }

  /** The number of the current line, from 1; 0 before the first. */
  long number() {
    return number;
  }

  /** Whether the current line was longer than the limit. */
  boolean overlong() {
    return overlong;
  }

  /** Whether the current line holds blanks only. */
  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Whether the current line begins with this ASCII text. */
  boolean startsWith(String ascii) {
    if (end - start < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (buffer[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The current line as text. */
  String text() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  /** The beginning of the current line, fit for a message. */
  String excerpt() {
    int length = Math.min(end - start, LONGEST_EXCERPT);
    return Excerpt.of(new String(buffer, start, length, StandardCharsets.UTF_8));
  }

  /** The exception for a fault in the current line. */
  MoleculeFormatException broken(String sentence) {
    return brokenAt(number, sentence);
  }

  /** The exception for a fault in a line. */
  MoleculeFormatException brokenAt(long line, String sentence) {
    return new MoleculeFormatException(new ReadProblem(file, line, sentence));
  }

  /** The exception for the current line being longer than the limit. */
  MoleculeFormatException tooLong() {
    return broken("the line is longer than the allowed " + longest + " bytes");
  }

  /** The exception for a stream that breaks behind the current line. */
  MoleculeFormatException damaged(IOException failure) {
    return new MoleculeFormatException(
        new ReadProblem(file, number, "cannot be read further: " + Reason.of(failure)), failure);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
