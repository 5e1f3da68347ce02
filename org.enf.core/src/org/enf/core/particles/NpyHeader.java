package org.enf.core.particles;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header of an {@code .npy} file says (NumPy Enhancement Proposal 1): magic bytes,
 * version, length, and a Python dictionary of type, order and shape.
 *
 * @param rows the first number of the shape
 * @param columns the product of the others, 1 if there are none
 * @param bytes of a number, 4 or 8
 * @param dataStart where the numbers begin in the file
 */
record NpyHeader(long rows, int columns, int bytes, long dataStart) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy itself refuses longer headers. */
  private static final long LONGEST = 10_000;

  private static final int MOST_COLUMNS = 1_000_000;

  private static final Pattern TYPE = entry("descr", "'([^']*)'|\"([^\"]*)\"");
  private static final Pattern ORDER = entry("fortran_order", "(True|False)");
  private static final Pattern SHAPE =
      entry("shape", "\\(\\s*((?:\\d{1,18}\\s*,\\s*)*(?:\\d{1,18})?)\\s*\\)");

  private static Pattern entry(String key, String value) {
    return Pattern.compile("['\"]" + key + "['\"]\\s*:\\s*(?:" + value + ")");
  }

  /**
   * Reads a header; the file is then at the first number.
   *
   * @throws IOException if it is no header of a table that can be read; the message is a sentence
   *     without the file's name
   */
  static NpyHeader read(RandomAccessFile file) throws IOException {
    long length = file.length();
    byte[] start = new byte[MAGIC.length + 2];
    if (length < start.length + 2) {
      throw new IOException("this is no .npy file: it is too short");
    }
    file.readFully(start);
    for (int k = 0; k < MAGIC.length; k++) {
      if (start[k] != MAGIC[k]) {
        throw new IOException("this is no .npy file; write one with numpy.save");
      }
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new IOException("its .npy format has version " + version + "; 1 to 3 can be read");
    }
    long text = headerLength(file, version);
    if (text > LONGEST || file.getFilePointer() + text > length) {
      throw new IOException("its header claims " + text + " bytes; the file is damaged");
    }
    byte[] dictionary = new byte[(int) text];
    file.readFully(dictionary);
    return parse(new String(dictionary, StandardCharsets.UTF_8), file.getFilePointer(), length);
  }

  private static long headerLength(RandomAccessFile file, int version) throws IOException {
    if (version == 1) {
      return Short.toUnsignedLong(Short.reverseBytes(file.readShort()));
    }
    if (file.length() < file.getFilePointer() + Integer.BYTES) {
      throw new IOException("this is no .npy file: it is too short");
    }
    return Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
  }

  private static NpyHeader parse(String dictionary, long dataStart, long fileLength)
      throws IOException {
    int bytes = bytes(found(TYPE, dictionary, "descr"));
    if (!found(ORDER, dictionary, "fortran_order").equals("False")) {
      throw new IOException(
          "it is stored column by column; save numpy.ascontiguousarray of it instead");
    }
    String[] shape = found(SHAPE, dictionary, "shape").split("\\s*,\\s*");
    if (shape[0].isEmpty() || shape.length > 3) {
      throw new IOException(
          "its array has "
              + (shape[0].isEmpty() ? "no" : shape.length)
              + " axes; 1 to 3 can be read: samples, or samples × values, or samples × particles"
              + " × dimensions");
    }
    return new NpyHeader(Long.parseLong(shape[0]), columns(shape), bytes, dataStart)
        .requireLength(fileLength);
  }

  private static String found(Pattern pattern, String dictionary, String key) throws IOException {
    Matcher matcher = pattern.matcher(dictionary);
    if (!matcher.find()) {
      throw new IOException("its header has no readable '" + key + "'; save it with numpy.save");
    }
    String first = matcher.group(1);
    return first == null ? matcher.group(2) : first;
  }

  private static int bytes(String type) throws IOException {
    return switch (type) {
      case "<f4" -> Float.BYTES;
      case "<f8" -> Double.BYTES;
      default ->
          throw new IOException(
              "its numbers are of type '"
                  + type
                  + "'; little-endian floats of 4 or 8 bytes can be read (numpy.float32,"
                  + " numpy.float64)");
    };
  }

  private static int columns(String... shape) throws IOException {
    long columns = 1;
    for (int axis = 1; axis < shape.length; axis++) {
      long size = Long.parseLong(shape[axis]);
      columns = size > MOST_COLUMNS ? MOST_COLUMNS + 1 : columns * size;
    }
    if (columns < 1 || columns > MOST_COLUMNS) {
      throw new IOException(
          "a sample has "
              + (columns < 1 ? "no" : "more than " + MOST_COLUMNS)
              + " values; save samples × values");
    }
    return (int) columns;
  }

  private NpyHeader requireLength(long fileLength) throws IOException {
    long numbers = (fileLength - dataStart) / bytes;
    if (rows > numbers / columns || rows * columns * bytes != fileLength - dataStart) {
      throw new IOException(
          "its header claims "
              + rows
              + " × "
              + columns
              + " numbers, but "
              + (fileLength - dataStart)
              + " bytes follow; the file is damaged or was not copied whole");
    }
    return this;
  }
}
