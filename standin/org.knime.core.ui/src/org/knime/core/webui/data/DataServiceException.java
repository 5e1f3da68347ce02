package org.knime.core.webui.data;

/** Tells the user of a view what is wrong. */
public final class DataServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String details;

  /** With a message. */
  public DataServiceException(String message) {
    this(message, (String) null);
  }

  /** With a message and a cause. */
  public DataServiceException(String message, Throwable cause) {
    this(message, null, cause);
  }

  /** With a message and details. */
  public DataServiceException(String message, String details) {
    super(message);
    this.details = details;
  }

  /** With a message, details and a cause. */
  public DataServiceException(String message, String details, Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  /** The details; null where there are none. */
  public String getDetails() {
    return details;
  }
}
