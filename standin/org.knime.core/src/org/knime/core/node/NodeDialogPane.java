package org.knime.core.node;

/** A dialog made of Swing; none is made here. */
public abstract class NodeDialogPane {
  protected NodeDialogPane() {}
}
