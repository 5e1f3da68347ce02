package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Nothing could be computed: the dialog stays as it was. */
public final class StateComputationFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a reason for the log. */
  public StateComputationFailureException(String message) {
    super(message);
  }
}
