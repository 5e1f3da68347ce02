package org.knime.core.webui.node.dialog;

/** A factory of nodes that may have a dialog. */
public interface NodeDialogFactory {
  /** Whether they have. */
  default boolean hasNodeDialog() {
    return true;
  }

  /** Makes the dialog. */
  NodeDialog createNodeDialog();
}
