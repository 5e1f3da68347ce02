package org.knime.core.node;

/** A view made of Swing; none is made here. */
public abstract class NodeView<T extends NodeModel> {
  private final T nodeModel;

  protected NodeView(T nodeModel) {
    this.nodeModel = nodeModel;
  }

  protected T getNodeModel() {
    return nodeModel;
  }

  protected abstract void onClose();

  protected abstract void onOpen();
}
