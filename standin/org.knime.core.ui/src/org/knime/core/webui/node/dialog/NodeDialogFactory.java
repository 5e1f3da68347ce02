package org.knime.core.webui.node.dialog;

/** A factory of nodes that may have a dialog. */
public interface NodeDialogFactory {
  /** Makes the dialog. */
  NodeDialog createNodeDialog();
}
