package org.enf.core.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * The standard output: buffered, stays open, and tells a reader that went away from a full disk.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream stream;
  private boolean failed;

  StandardOutput(OutputStream stream) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      throw named(e);
    }
  }

  @Override
  public void flush() throws IOException {
    if (failed) {
      // that was told already
      return;
    }
    try {
      stream.flush();
    } catch (IOException e) {
      throw named(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private IOException named(IOException e) {
    failed = true;
    String reason = String.valueOf(e.getMessage());
    // Java has no other way to tell; the word stands in the messages of many languages
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? new BrokenPipeException(e)
        : new IOException("the standard output cannot be written (" + reason + ")", e);
  }
}
