package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** An exception whose message has parts. */
public interface MessageAwareException {
  Message getKNIMEMessage();
}
