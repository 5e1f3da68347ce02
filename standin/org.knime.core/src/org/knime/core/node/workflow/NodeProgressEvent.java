package org.knime.core.node.workflow;

import java.util.EventObject;

/** Says that a node got further. KNIME's events name the node by its id in the workflow. */
public class NodeProgressEvent extends EventObject {
  private static final long serialVersionUID = 1L;

  private final transient NodeProgress progress;

  NodeProgressEvent(Object src, NodeProgress progress) {
    super(src);
    this.progress = progress;
  }

  public NodeProgress getNodeProgress() {
    return progress;
  }
}
