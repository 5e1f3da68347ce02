package org.enf.core.molecule.io;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears under its name only when it is whole: it is written beside it under a
 * temporary name and renamed. What is no plain file, such as a device or pipe, is written directly.
 */
public final class FileTarget implements Closeable {
  private final Path target;
  private final Path written;
  private final OutputStream stream;
  private boolean done;

  private FileTarget(Path target, Path written, OutputStream stream) {
    this.target = target;
    this.written = written;
    this.stream = stream;
  }

  /**
   * Starts a file.
   *
   * @throws IOException if it cannot be made; the message names it and says why
   */
  public static FileTarget open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": is a folder; name a file to write");
    }
    try {
      boolean exists = Files.exists(path);
      // The file behind a link is replaced, not the link.
      Path target = exists ? path.toRealPath() : path;
      if (exists && !Files.isRegularFile(target)) {
        return new FileTarget(target, target, buffered(Files.newOutputStream(target)));
      }
      Path temporary = target.resolveSibling(".enf-" + UUID.randomUUID() + ".part");
      OutputStream stream = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
      return new FileTarget(target, temporary, buffered(stream));
    } catch (IOException failure) {
      throw new IOException(
          path + ": the file cannot be written (" + Reason.of(failure) + ")", failure);
    }
  }

  private static OutputStream buffered(OutputStream stream) {
    return new BufferedOutputStream(stream, 1 << 16);
  }

  /** Takes the bytes. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Closes the file and gives it its name.
   *
   * @throws IOException if the rest cannot be written or the file cannot be renamed
   */
  public void commit() throws IOException {
    stream.close();
    if (!written.equals(target)) {
      try {
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException notAtomic) {
        Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    done = true;
  }

  /**
   * Closes the file, and drops it if it was not committed.
   *
   * @throws IOException if it cannot be closed or dropped
   */
  @Override
  public void close() throws IOException {
    if (done) {
      return;
    }
    done = true;
    try {
      stream.close();
    } finally {
      if (!written.equals(target)) {
        Files.deleteIfExists(written);
      }
    }
  }
}
