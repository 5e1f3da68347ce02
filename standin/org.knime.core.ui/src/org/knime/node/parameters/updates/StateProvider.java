package org.knime.node.parameters.updates;

import java.util.function.Supplier;
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
    /** The input of the node. */
    NodeParametersInput getNodeParametersInput();

    /**
     * Computes whenever a field changes.
     *
     * @param <T> its type
     */
    <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

    /**
     * The value of a field, whose changes do not matter.
     *
     * @param <T> its type
     */
    <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

    /**
     * Computes whenever a field changes.
     *
     * @param <T> its type
     */
    <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

    /**
     * Computes whenever another provider has.
     *
     * @param <T> what it computes
     */
    <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> stateProviderClass);

    /** Computes when a button is pressed. */
    void computeOnButtonClick(Class<? extends ButtonReference> ref);

    /** Computes before the dialog opens. */
    void computeBeforeOpenDialog();

    /** Computes once the dialog is open. */
    void computeAfterOpenDialog();
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
