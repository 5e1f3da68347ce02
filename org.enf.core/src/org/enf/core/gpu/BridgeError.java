package org.enf.core.gpu;

/** JNA, by which the driver is asked, does not start. */
final class BridgeError extends LinkageError {
  private static final long serialVersionUID = 1L;

  BridgeError(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
