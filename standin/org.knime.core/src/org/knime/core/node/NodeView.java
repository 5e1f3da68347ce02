package org.knime.core.node;

/** A view made of Swing; none is made here. */
public abstract class NodeView<T extends NodeModel> {
  protected NodeView(T nodeModel) {
    throw new UnsupportedOperationException();
  }
}
