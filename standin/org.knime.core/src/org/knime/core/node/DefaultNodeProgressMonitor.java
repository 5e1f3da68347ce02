package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.knime.core.node.message.Message;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.node.workflow.NodeProgressListener;
import org.knime.core.node.workflow.StandinProgress;

/**
 * Keeps the latest progress and message. Listeners hear of each change at once; KNIME collects the
 * changes of some time.
 */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
  private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();
  private final Messages messages = new Messages();
  private volatile Message cancelMessage;
  private volatile Double progress;

  public DefaultNodeProgressMonitor() {}

  /** Where shares of this work tell their messages. */
  final MessageParent messages() {
    return messages;
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
    this.cancelMessage = CheckUtils.checkArgumentNotNull(cancelMessage);
  }

  @Override
  public void setProgress(double progress) {
    keep(progress);
    tell();
  }

  @Override
  public void setProgress(double progress, String message) {
    keep(progress);
    setMessage(message);
  }

  @Override
  public void setProgress(double progress, Supplier<String> message) {
    keep(progress);
    setMessage(message);
  }

  @Override
  public void setProgress(String message) {
    setMessage(message);
  }

  @Override
  public void setMessage(String message) {
    messages.below = List::of;
    messages.own = () -> message;
    tell();
  }

  @Override
  public void setMessage(Supplier<String> message) {
    messages.own = CheckUtils.checkArgumentNotNull(message);
    tell();
  }

  private void keep(double progress) {
    if (progress >= 0 && progress <= 1) {
      this.progress = progress;
    }
  }

  private void tell() {
    List<String> all = getMessages();
    for (NodeProgressListener listener : listeners) {
      StandinProgress.tell(
          listener, this, progress, all.isEmpty() ? null : String.join(" - ", all));
    }
  }

  @Override
  public Double getProgress() {
    return progress;
  }

  @Override
  public String getMessage() {
    return messages.own.get();
  }

  public List<String> getMessages() {
    return messages.all();
  }

  @Override
  public void reset() {
    cancelMessage = null;
    progress = null;
    messages.own = () -> null;
    messages.below = List::of;
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

  private final class Messages implements MessageParent {
    private volatile Supplier<String> own = () -> null;
    private volatile Supplier<List<String>> below = List::of;

    @Override
    public void append(Supplier<List<String>> below) {
      this.below = below;
      tell();
    }

    List<String> all() {
      List<String> all = new ArrayList<>();
      String first = own.get();
      if (first != null && !first.isEmpty()) {
        all.add(first);
      }
      all.addAll(below.get());
      return all;
    }
  }
}
