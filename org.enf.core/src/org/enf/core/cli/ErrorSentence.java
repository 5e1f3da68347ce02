package org.enf.core.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.enf.core.model.safetensors.PlainText;
import picocli.CommandLine.PicocliException;

/** Says in one line what went wrong. */
final class ErrorSentence {
  private ErrorSentence() {}

  /** The sentence for this failure, without line breaks; control characters are escaped. */
  static String of(Throwable failure) {
    return oneLine(text(failure));
  }

  private static String text(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      return text(unchecked.getCause());
    }
    if (failure instanceof FileSystemException refused) {
      return refused.getFile() + ": " + reason(refused);
    }
    if (failure instanceof OutOfMemoryError) {
      return "there is not enough memory ("
          + failure.getMessage()
          + "); choose a smaller --batch-size, or give Java more memory, for example by"
          + " ENF_JAVA_OPTS=-Xmx8g";
    }
    if (failure instanceof CommandException
        || failure instanceof PicocliException
        || failure instanceof IOException
        || failure instanceof IllegalStateException) {
      return messageOf(failure);
    }
    return "internal error, please report it with the output of --verbose: " + failure;
  }

  private static String messageOf(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String reason(FileSystemException refused) {
    if (refused instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (refused instanceof AccessDeniedException) {
      return "access denied";
    }
    if (refused instanceof FileAlreadyExistsException) {
      return "it is there already and is no folder";
    }
    if (refused instanceof NotDirectoryException) {
      return "it is no folder";
    }
    if (refused instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    return refused.getReason() == null ? messageOf(refused) : refused.getReason();
  }

  private static String oneLine(String text) {
    return PlainText.of(text.strip().replaceAll("\\s*\\R\\s*", "; "));
  }
}
