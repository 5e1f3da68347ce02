package org.enf.standin;

/** A node has failed; the message is the one that KNIME puts on it. */
public final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NodeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
