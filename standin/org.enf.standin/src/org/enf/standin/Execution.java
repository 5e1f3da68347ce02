package org.enf.standin;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.StandinNode;
import org.knime.core.node.port.PortObject;

/**
 * Executes a node in a thread of its own.
 *
 * @param node the node, configured
 */
record Execution(StandinNode node) {
  /** KNIME takes shorter messages for no messages. */
  private static final int SHORTEST_MESSAGE = 5;

  /**
   * Executes it.
   *
   * @throws CanceledExecutionException if it was called off
   * @throws NodeFailure if it fails
   */
  PortObject[] run(ProgressRecorder recorder, PortObject... inputs)
      throws CanceledExecutionException {
    FutureTask<PortObject[]> task =
        new FutureTask<>(() -> node.execute(StandinNode.context(recorder), inputs.clone()));
    new Thread(task, "KNIME-Worker").start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      node.reset();
      recorder.checkCanceled();
      if (e.getCause() instanceof CanceledExecutionException canceled) {
        throw canceled;
      }
      throw new NodeFailure(message(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      recorder.setExecuteCanceled();
      Thread.currentThread().interrupt();
      throw new CanceledExecutionException();
    }
  }

  private static String message(Throwable cause) {
    if (cause instanceof MessageAwareException aware) {
      return aware.getKNIMEMessage().getSummary();
    }
    String message = cause.getMessage();
    return message != null && message.length() >= SHORTEST_MESSAGE
        ? "Execute failed: " + message
        : "Execute failed: (\"" + cause.getClass().getSimpleName() + "\"): " + message;
  }
}
