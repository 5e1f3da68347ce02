package org.knime.core.node;

/** Says that settings or the specs of the inputs do not fit a node. */
public class InvalidSettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidSettingsException(String s) {
    super(s);
  }

  public InvalidSettingsException(String msg, Throwable cause) {
    super(msg, cause);
  }
}
