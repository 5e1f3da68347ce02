package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/** A share of the progress of a parent. */
class SubProgressMonitor implements NodeProgressMonitor {
  private final NodeProgressMonitor parent;
  private final double share;
  private final boolean silent;
  private double last;
  private String message;

  SubProgressMonitor(NodeProgressMonitor parent, double share, boolean silent) {
    this.parent = parent;
    this.share = share;
    this.silent = silent;
  }

  @Override
  public void checkCanceled() throws CanceledExecutionException {
    parent.checkCanceled();
  }

  @Override
  public synchronized void setProgress(double progress) {
    double next = Math.max(0, Math.min(progress, 1));
    Double before = parent.getProgress();
    double done = (before == null ? 0 : before) + share * Math.max(0, next - last);
    last = next;
    parent.setProgress(Math.min(done, 1));
  }

  @Override
  public Double getProgress() {
    return last;
  }

  @Override
  public void setProgress(double progress, String message) {
    setProgress(progress);
    setMessage(message);
  }

  @Override
  public void setProgress(String message) {
    setMessage(message);
  }

  @Override
  public void setMessage(String message) {
    this.message = message;
    if (!silent) {
      parent.setMessage(message);
    }
  }

  @Override
  public String getMessage() {
    return message == null ? "" : message;
  }

  @Override
  public void setExecuteCanceled() {
    throw notHere();
  }

  @Override
  public void reset() {
    throw notHere();
  }

  @Override
  public void addProgressListener(NodeProgressListener l) {
    throw notHere();
  }

  @Override
  public void removeProgressListener(NodeProgressListener l) {
    throw notHere();
  }

  @Override
  public void removeAllProgressListener() {
    throw notHere();
  }

  private static IllegalStateException notHere() {
    return new IllegalStateException("This method must not be called.");
  }
}
