package org.enf.core.particles;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Samples stored by NumPy: an array of 1 to 3 axes whose first axis counts the samples, of
 * little-endian 4- or 8-byte floats, row by row. Any range of rows is read without those before it.
 */
public final class NpyFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final RandomAccessFile file;
  private final NpyHeader header;

  private NpyFile(Path path, RandomAccessFile file, NpyHeader header) {
    this.path = path;
    this.file = file;
    this.header = header;
  }

  /**
   * Opens a file and checks that it is as long as its header says.
   *
   * @throws IOException if it cannot be read; the message names the file and says why
   */
  public static NpyFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          path + ": " + (Files.exists(path) ? "this is no file" : "there is no such file"));
    }
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new NpyFile(path, file, NpyHeader.read(file));
    } catch (IOException e) {
      file.close();
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The number of samples. */
  public long rows() {
    return header.rows();
  }

  /** The number of values of a sample. */
  public int columns() {
    return header.columns();
  }

  /**
   * Reads samples.
   *
   * @param from the first, counted from 0
   * @return [count × columns]
   * @throws IOException if the file cannot be read, or a number is not finite; the message names
   *     file and row, counted from 1
   * @throws IndexOutOfBoundsException if the file has no such rows
   */
  public double[] read(long from, int count) throws IOException {
    if (from < 0 || count < 0 || from > rows() - count) {
      throw new IndexOutOfBoundsException(
          path + ": rows " + from + " to " + (from + count) + " of " + rows());
    }
    double[] values = new double[Math.multiplyExact(count, columns())];
    file.seek(header.dataStart() + from * columns() * header.bytes());
    byte[] bytes = new byte[BUFFER_BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int atOnce = BUFFER_BYTES / header.bytes();
    for (int done = 0; done < values.length; done += atOnce) {
      int now = Math.min(atOnce, values.length - done);
      file.readFully(bytes, 0, now * header.bytes());
      for (int k = 0; k < now; k++) {
        double value =
            header.bytes() == Float.BYTES
                ? buffer.getFloat(k * Float.BYTES)
                : buffer.getDouble(k * Double.BYTES);
        if (!Double.isFinite(value)) {
          long row = from + (done + k) / columns() + 1;
          throw new IOException(path + ": row " + row + " holds a number that is not finite");
        }
        values[done + k] = value;
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
