package org.enf.core.model.safetensors;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: the new content goes to a temporary file in the same folder, is
 * forced to the disk and takes the old file's name in one step. A reader, or a computer that loses
 * power, sees the old or the new file, never a part of one.
 */
final class AtomicFile {

  /** What to write. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** {@link Files#move}, or a stand-in that fails on purpose. */
  @FunctionalInterface
  interface Rename {
    Path rename(Path from, Path to, CopyOption... options) throws IOException;
  }

  private final Rename rename;

  AtomicFile(Rename rename) {
    this.rename = rename;
  }

  /**
   * Writes the file; on failure no temporary file is left and the old file is untouched.
   *
   * @throws SafetensorsException if it could not be written
   */
  void write(Path path, Content content) throws SafetensorsException {
    try {
      Path target = replaceable(path);
      try (TemporaryFile temporary = new TemporaryFile(target)) {
        temporary.write(content);
        moveInto(temporary.path, target);
      }
    } catch (SafetensorsException e) {
      throw e;
    } catch (IOException e) {
      throw SafetensorsException.refused(
          path,
          "the file cannot be written",
          "check its folder, the permissions and the free space",
          e);
    }
  }

  /** The real place of a file that can be replaced; a rename would replace even a device. */
  private static Path replaceable(Path path) throws IOException {
    if (!Files.exists(path)) {
      return path.toAbsolutePath();
    }
    if (!Files.isRegularFile(path)) {
      throw new SafetensorsException(
          path.toString(), "this is a folder or a device", "choose the name of a file");
    }
    return path.toRealPath();
  }

  private void moveInto(Path temporary, Path target) throws IOException {
    try {
      rename.rename(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      rename.rename(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** A new file that is gone after {@link #close} unless it was renamed. */
  private static final class TemporaryFile implements AutoCloseable {
    private final Path path;

    /** Creates it with the permissions of any new file, unlike Files.createTempFile. */
    TemporaryFile(Path target) throws IOException {
      path = Files.createFile(target.resolveSibling(".enf-" + UUID.randomUUID() + ".tmp"));
    }

    /** Through a FileOutputStream, because an interrupt of the thread closes a FileChannel. */
    void write(Content content) throws IOException {
      try (FileOutputStream file = new FileOutputStream(path.toFile());
          OutputStream buffered = new BufferedOutputStream(file)) {
        content.writeTo(buffered);
        buffered.flush();
        file.getFD().sync();
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }
}
