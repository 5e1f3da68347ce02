package org.knime.node.parameters.updates;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes something a dialog shows: a value, choices, a message.
 *
 * @param <S> what
 */
public interface StateProvider<S> {
  /** Says when to compute, and gives access to what goes in. */
  interface StateProviderInitializer {
    /** Computes before the dialog opens. */
    void computeBeforeOpenDialog();
  }

  /** Says when to compute; called once for each dialog. */
  void init(StateProviderInitializer initializer);

  /**
   * Computes.
   *
   * @throws StateComputationFailureException if the state stays as it was
   */
  S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;
}
