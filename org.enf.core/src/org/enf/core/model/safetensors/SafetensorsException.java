package org.enf.core.model.safetensors;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of tensors that cannot be read, is not what it should be, or cannot be written. The
 * message is one sentence that names the file, the tensor where there is one, and the remedy.
 */
public final class SafetensorsException extends IOException {
  private static final long serialVersionUID = 1L;

  SafetensorsException(String file, String problem, String remedy) {
    super(file + ": " + problem + "; " + remedy);
  }

  SafetensorsException(String file, String problem, String remedy, Throwable cause) {
    this(file, problem, remedy);
    initCause(cause);
  }

  /** The system's refusal to read or write a file, in the words of this package. */
  static SafetensorsException refused(Path path, String problem, String remedy, IOException cause) {
    return new SafetensorsException(
        path.toString(), problem + " (" + reason(cause) + ")", remedy, cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof AccessDeniedException) {
      return "access denied";
    }
    if (cause instanceof FileSystemException refusal && refusal.getReason() != null) {
      return refusal.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
