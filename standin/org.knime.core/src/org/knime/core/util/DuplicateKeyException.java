package org.knime.core.util;

/** Says that two rows of a table have one name. */
public class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateKeyException(String message, String key) {
    super(message);
  }
}
