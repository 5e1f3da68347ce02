package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Says why a node failed, in words for its user. */
public final class KNIMEException extends Exception implements MessageAwareException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  public KNIMEException(String message) {
    this(message, null);
  }

  public KNIMEException(String message, Throwable cause) {
    super(message, cause);
    this.message = Message.fromSummary(summary(message, cause));
  }

  private KNIMEException(Message message, Throwable cause) {
    super(message.getSummary(), cause);
    this.message = message;
  }

  private static String summary(String message, Throwable cause) {
    if (message != null) {
      return message;
    }
    return cause != null && cause.getMessage() != null ? cause.getMessage() : "unknown reason";
  }

  public static KNIMEException of(Message message) {
    return of(message, null);
  }

  public static KNIMEException of(Message message, Throwable cause) {
    if (message == null) {
      throw new IllegalArgumentException("Argument must not be null");
    }
    return new KNIMEException(message, cause);
  }

  @Override
  public Message getKNIMEMessage() {
    return message;
  }

  public KNIMERuntimeException toUnchecked() {
    return new KNIMERuntimeException();
  }

  /** The exception, where none may be declared. */
  public final class KNIMERuntimeException extends RuntimeException
      implements MessageAwareException {
    private static final long serialVersionUID = 1L;

    KNIMERuntimeException() {
      super(KNIMEException.this.getMessage(), KNIMEException.this);
    }

    @Override
    public synchronized KNIMEException getCause() {
      return (KNIMEException) super.getCause();
    }

    @Override
    public Message getKNIMEMessage() {
      return message;
    }
  }
}
