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

  private static String summary(String message, Throwable cause) {
    if (message != null) {
      return message;
    }
    return cause != null && cause.getMessage() != null ? cause.getMessage() : "unknown reason";
  }

  @Override
  public Message getKNIMEMessage() {
    return message;
  }
}
