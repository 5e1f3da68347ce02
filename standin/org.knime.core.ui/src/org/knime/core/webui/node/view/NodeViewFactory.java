package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;

/**
 * A factory of nodes that may have a view.
 *
 * @param <T> the model
 */
public interface NodeViewFactory<T extends NodeModel> {
  /** Whether they have. */
  boolean hasNodeView();

  /** Makes the view. */
  NodeView createNodeView(T nodeModel);
}
