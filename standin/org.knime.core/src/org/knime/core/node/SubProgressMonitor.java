package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.knime.core.node.workflow.NodeProgressListener;

/** A share of the work of a parent, which may keep its messages to itself. */
final class SubProgressMonitor implements NodeProgressMonitor, MessageParent {
  private static final double SMALLEST_STEP = 0.001;

  private final NodeProgressMonitor parent;
  private final double share;
  private final boolean silent;
  private double last;
  private Supplier<String> message = () -> null;
  private Supplier<List<String>> below = List::of;

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
    double bounded = Math.max(0, Math.min(progress, 1));
    double step = Math.max(0, bounded - last);
    Double before = parent.getProgress();
    if (share <= 0 || before != null && step < SMALLEST_STEP) {
      return;
    }
    parent.setProgress((before == null ? 0 : before) + step * share);
    Double after = parent.getProgress();
    if (after != null && !after.equals(before)) {
      last = bounded;
    }
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
  public void setProgress(double progress, Supplier<String> message) {
    setProgress(progress);
    setMessage(message);
  }

  @Override
  public void setProgress(String message) {
    setMessage(message);
  }

  @Override
  public void setMessage(String message) {
    setMessage(() -> message);
  }

  @Override
  public void setMessage(Supplier<String> message) {
    this.below = List::of;
    this.message = message;
    tellParent();
  }

  @Override
  public void append(Supplier<List<String>> below) {
    this.below = below;
    tellParent();
  }

  private void tellParent() {
    if (silent) {
      message = () -> null;
      below = List::of;
    } else if (parent instanceof DefaultNodeProgressMonitor monitor) {
      monitor.messages().append(this::getMessages);
    } else if (parent instanceof MessageParent monitor) {
      monitor.append(this::getMessages);
    } else {
      parent.setMessage(() -> String.join(" - ", getMessages()));
    }
  }

  @Override
  public String getMessage() {
    String own = message.get();
    return own == null ? "" : own;
  }

  public List<String> getMessages() {
    List<String> all = new ArrayList<>();
    if (!getMessage().isEmpty()) {
      all.add(getMessage());
    }
    all.addAll(below.get());
    return all;
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
