package org.enf.core.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that appears under its name only when it is whole: it is written beside it under a
 * temporary name, forced to the disk and renamed. A reader, or a computer that loses power, sees
 * the old or the new file, never a part of one. A symbolic link is followed. What is no plain file,
 * such as a device or pipe, is written directly.
 *
 * <pre>{@code
 * try (FileTarget target = FileTarget.open(path)) {
 *   target.stream().write(bytes);
 *   target.commit();
 * }
 * }</pre>
 */
public final class FileTarget implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path named;
  private final Path target;
  private final Path written;
  private final FileOutputStream file;
  private final OutputStream stream;
  private boolean done;

  private FileTarget(Path named, Path target, Path written) throws IOException {
    this.named = named;
    this.target = target;
    this.written = written;
    file =
        written.equals(target) ? new FileOutputStream(written.toFile()) : new ForcedFile(written);
    stream = new BufferedOutputStream(file, BUFFER_BYTES);
  }

  /**
   * Starts a file.
   *
   * @throws IOException if it cannot be made; the message names it and says why
   */
  public static FileTarget open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": this is a folder; name a file to write");
    }
    try {
      boolean exists = Files.exists(path);
      Path target = exists ? path.toRealPath() : path.toAbsolutePath();
      if (exists && !Files.isRegularFile(target)) {
        return new FileTarget(path, target, target);
      }
      // with the permissions of any new file, unlike Files.createTempFile
      Path temporary = target.resolveSibling(".enf-" + UUID.randomUUID() + ".part");
      return new FileTarget(path, target, Files.createFile(temporary));
    } catch (IOException failure) {
      throw refused(path, failure);
    }
  }

  /** Takes the bytes. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Closes the file and gives it its name.
   *
   * @throws IOException if the rest cannot be written or the file cannot be renamed; the message
   *     names it and says why
   */
  public void commit() throws IOException {
    try {
      stream.close();
      if (!written.equals(target)) {
        rename();
      }
    } catch (IOException failure) {
      throw refused(named, failure);
    }
    done = true;
  }

  private void rename() throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notAtomic) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
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
      // not the buffer: what it holds is dropped anyway, and a full disk must not hide the reason
      file.close();
    } finally {
      if (!written.equals(target)) {
        Files.deleteIfExists(written);
      }
    }
  }

  /**
   * A file whose content is on the disk when it is closed, by whom ever. Not a channel, because an
   * interrupt of the thread would close that.
   */
  private static final class ForcedFile extends FileOutputStream {
    ForcedFile(Path path) throws IOException {
      super(path.toFile());
    }

    @Override
    public void close() throws IOException {
      if (getFD().valid()) {
        getFD().sync();
      }
      super.close();
    }
  }

  private static IOException refused(Path path, IOException failure) {
    return new IOException(
        path
            + ": the file cannot be written ("
            + reason(failure)
            + "); check its folder, the permissions and the free space",
        failure);
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException refusal && refusal.getReason() != null) {
      return refusal.getReason();
    }
    return failure.getMessage();
  }
}
