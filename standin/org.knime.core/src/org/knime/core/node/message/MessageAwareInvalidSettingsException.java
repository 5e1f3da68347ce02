package org.knime.core.node.message;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

final class MessageAwareInvalidSettingsException extends InvalidSettingsException
    implements MessageAwareException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  MessageAwareInvalidSettingsException(Message message, Throwable cause) {
    super(message.getSummary(), cause);
    this.message = message;
  }

  @Override
  public Message getKNIMEMessage() {
    return message;
  }
}
