package org.knime.core.node.workflow;

/** Lets the stand-ins, and no node, make events of progress. */
public final class StandinProgress {
  private StandinProgress() {}

  /** Tells a listener that this source came so far. */
  public static void tell(
      NodeProgressListener listener, Object source, Double progress, String message) {
    listener.progressChanged(new NodeProgressEvent(source, new NodeProgress(progress, message)));
  }
}
