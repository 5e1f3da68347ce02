package org.enf.knime.execution;

import org.enf.core.ode.StopSignal;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * The wish of a user to cancel a node, which solvers ask for before each evaluation.
 *
 * @param exec of the node
 */
public record NodeStop(ExecutionMonitor exec) implements StopSignal {
  @Override
  public boolean requested() {
    try {
      exec.checkCanceled();
      return false;
    } catch (CanceledExecutionException e) {
      return true;
    }
  }
}
