package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** Says that the user called a node off. */
public class CanceledExecutionException extends Exception implements MessageAwareException {
  public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

  private static final long serialVersionUID = 1L;

  private final transient Message message;

  public CanceledExecutionException() {
    message = DEFAULT_CANCEL_MESSAGE;
  }

  public CanceledExecutionException(Message message) {
    super(message.getSummary());
    this.message = message;
  }

  @Override
  public Message getKNIMEMessage() {
    return message;
  }
}
