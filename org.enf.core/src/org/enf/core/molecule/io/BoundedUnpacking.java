package org.enf.core.molecule.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The unpacked side of a compressed stream. Stops decompression bombs by the ratio of what comes
 * out to what went in, and turns whatever a decompressor throws at bad data into one sentence.
 */
final class BoundedUnpacking extends InputStream {
  /** Puts a decompressor on a packed stream. */
  interface Method {
    InputStream open(InputStream packed) throws IOException;
  }

  private final String method;
  private final Counting packed;
  private final InputStream unpacked;
  private final ReadLimits limits;
  private long count;
  private DamagedInputException failure;

  BoundedUnpacking(String method, InputStream packed, Method opener, ReadLimits limits)
      throws IOException {
    this.method = method;
    this.packed = new Counting(packed);
    this.limits = limits;
    try {
      unpacked = opener.open(this.packed);
    } catch (IOException | RuntimeException broken) {
      throw damaged(broken);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int read;
    try {
      Arrays.fill(into, offset, offset + length, (byte) 0);
      read = unpacked.read(into, offset, length);
    } catch (IOException | RuntimeException broken) {
      failure = damaged(broken);
      read = unpackedBefore(into, offset, length);
    }
    count += Math.max(read, 0);
    if (count > limits.freeBytes() && count / limits.ratio() > packed.count) {
      failure =
          new DamagedInputException(
              "the data unpack to more than "
                  + limits.ratio()
                  + " times their size, as a decompression bomb does; unpack them first if you"
                  + " trust them");
      throw failure;
    }
    return read;
  }

  /**
   * How much was unpacked in the call that failed. Decompressors keep that to themselves, but text
   * has no zero bytes, and the buffer had nothing else.
   */
  private int unpackedBefore(byte[] into, int offset, int length) throws DamagedInputException {
    int end = offset + length;
    while (end > offset && into[end - 1] == 0) {
      end--;
    }
    if (end == offset) {
      throw failure;
    }
    return end - offset;
  }

  private DamagedInputException damaged(Exception broken) {
    return broken instanceof DamagedInputException already
        ? already
        : new DamagedInputException(
            "the " + method + " data are damaged or cut off (" + Reason.of(broken) + ")", broken);
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public boolean markSupported() {
      // A reset would count bytes twice.
      return false;
    }
  }
}
