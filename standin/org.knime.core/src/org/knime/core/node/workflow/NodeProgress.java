package org.knime.core.node.workflow;

/** How far a node is and what it does. */
public final class NodeProgress {
  private final Double progress;
  private final String message;

  public NodeProgress(Double progress, String message) {
    this.progress = progress;
    this.message = message;
  }

  public Double getProgress() {
    return progress;
  }

  public String getMessage() {
    return message;
  }
}
