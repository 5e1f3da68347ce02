package org.knime.core.node;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeProgressListener;
import org.knime.core.node.workflow.StandinProgress;

/**
 * Keeps the latest progress and message. Listeners hear of each change at once; KNIME collects the
 * changes of some time.
 */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
  private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();
  private volatile Message cancelMessage;
  private volatile Double progress;
  private volatile Supplier<String> message = () -> null;

  public DefaultNodeProgressMonitor() {}

  public DefaultNodeProgressMonitor(NodeProgressListener l) {
    listeners.add(l);
  }

  protected boolean isCanceled() {
    return cancelMessage != null || Thread.currentThread().isInterrupted();
  }

  @Override
  public void checkCanceled() throws CanceledExecutionException {
    if (isCanceled()) {
      throw new CanceledExecutionException(
          Objects.requireNonNullElse(
              cancelMessage, CanceledExecutionException.DEFAULT_CANCEL_MESSAGE));
    }
  }

  @Override
  public void setExecuteCanceled() {
    setExecuteCanceled(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
  }

  public void setExecuteCanceled(Message cancelMessage) {
    if (cancelMessage == null) {
      throw new IllegalArgumentException("Argument must not be null");
    }
    this.cancelMessage = cancelMessage;
  }

  @Override
  public void setProgress(double progress) {
    keep(progress);
    tell();
  }

  @Override
  public void setProgress(double progress, String message) {
    setProgress(progress, () -> message);
  }

  @Override
  public void setProgress(double progress, Supplier<String> message) {
    keep(progress);
    setMessage(message);
  }

  @Override
  public void setProgress(String message) {
    setMessage(() -> message);
  }

  @Override
  public void setMessage(String message) {
    setMessage(() -> message);
  }

  @Override
  public void setMessage(Supplier<String> message) {
    if (message == null) {
      throw new IllegalArgumentException("Argument must not be null");
    }
    this.message = message;
    tell();
  }

  private void keep(double progress) {
    if (progress >= 0 && progress <= 1) {
      this.progress = progress;
    }
  }

  private void tell() {
    for (NodeProgressListener listener : listeners) {
      StandinProgress.tell(listener, this, progress, getMessage());
    }
  }

  @Override
  public Double getProgress() {
    return progress;
  }

  @Override
  public String getMessage() {
    return message.get();
  }

  @Override
  public void reset() {
    cancelMessage = null;
    progress = null;
    message = () -> null;
  }

  @Override
  public void addProgressListener(NodeProgressListener l) {
    if (l != null && !listeners.contains(l)) {
      listeners.add(l);
    }
  }

  @Override
  public void removeProgressListener(NodeProgressListener l) {
    listeners.remove(l);
  }

  @Override
  public void removeAllProgressListener() {
    listeners.clear();
  }
}
