package org.enf.core.cli;

import java.io.IOException;

/** Nobody reads the standard output any more, as behind {@code | head}. */
final class BrokenPipeException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenPipeException(IOException cause) {
    super("nobody reads the standard output any more", cause);
  }
}
