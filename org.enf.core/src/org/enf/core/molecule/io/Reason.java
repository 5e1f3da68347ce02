package org.enf.core.molecule.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in words why an operation on a file failed. */
final class Reason {
  private Reason() {}

  /** A short reason without the file's name. */
  static String of(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = failure.getMessage();
    if (failure instanceof DamagedInputException) {
      return message;
    }
    return message == null || message.isBlank() ? "it ends too early" : Excerpt.of(message.strip());
  }
}
