package org.knime.core.node;

import java.util.function.Supplier;

/** What a node tells its progress to and asks whether it was called off. */
public class ExecutionMonitor {
  private final NodeProgressMonitor progress;

  public ExecutionMonitor() {
    this(null);
  }

  public ExecutionMonitor(NodeProgressMonitor progress) {
    this.progress = progress == null ? new DefaultNodeProgressMonitor() : progress;
  }

  public void checkCanceled() throws CanceledExecutionException {
    progress.checkCanceled();
  }

  public void setProgress(double progress, String message) {
    this.progress.setProgress(progress, message);
  }

  public void setProgress(double progress, Supplier<String> messageSupplier) {
    this.progress.setProgress(progress, messageSupplier);
  }

  public void setMessage(String message) {
    progress.setMessage(message);
  }

  public void setMessage(Supplier<String> messageSupplier) {
    progress.setMessage(messageSupplier);
  }

  public ExecutionMonitor createSubProgress(double maxProg) {
    return new ExecutionMonitor(share(maxProg, false));
  }

  public ExecutionMonitor createSilentSubProgress(double maxProg) {
    return new ExecutionMonitor(share(maxProg, true));
  }

  final NodeProgressMonitor share(double maxProg, boolean silent) {
    if (maxProg < 0 || maxProg > 1) {
      throw new IllegalArgumentException("Invalid sub progress size: " + maxProg);
    }
    return new SubProgressMonitor(progress, maxProg, silent);
  }
}
