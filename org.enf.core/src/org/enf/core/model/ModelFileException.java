package org.enf.core.model;

import java.io.IOException;
import org.enf.core.model.safetensors.PlainText;

/**
 * A file that is no model, or none that this version can read; the message names file and place.
 */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An exception with this message, whose control characters are escaped. */
  public ModelFileException(String message, Throwable cause) {
    super(PlainText.of(message), cause);
  }
}
