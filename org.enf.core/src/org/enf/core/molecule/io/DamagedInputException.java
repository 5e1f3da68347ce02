package org.enf.core.molecule.io;

import java.io.IOException;

/** Input that cannot be read to its end; the message is a sentence fit for the user. */
final class DamagedInputException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedInputException(String sentence) {
    super(sentence);
  }

  DamagedInputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
