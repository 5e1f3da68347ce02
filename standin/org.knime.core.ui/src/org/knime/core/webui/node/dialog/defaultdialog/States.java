package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ButtonReference;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;

/** Computes what providers provide while a dialog opens. */
final class States {
  private final DialogValues values;
  private final NodeParametersInput input;

  States(DialogValues values, NodeParametersInput input) {
    this.values = values;
    this.input = input;
  }

  /** What the provider computes when the dialog opens; empty if it waits, or cannot. */
  Optional<Object> atOpening(Class<? extends StateProvider<?>> type) {
    StateProvider<?> provider = Instantiation.of(type);
    Initializer initializer = new Initializer();
    provider.init(initializer);
    return initializer.atOpening ? Optional.ofNullable(compute(provider)) : Optional.empty();
  }

  private Object compute(StateProvider<?> provider) {
    try {
      return provider.computeState(input);
    } catch (StateComputationFailureException e) {
      // By this exception a provider says that there is nothing to change.
      return null;
    }
  }

  private final class Initializer implements StateProvider.StateProviderInitializer {
    private boolean atOpening;

    @Override
    public NodeParametersInput getNodeParametersInput() {
      return input;
    }

    @Override
    public <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref) {
      return getValueSupplier(ref);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref) {
      // Fails where no field has the reference, as KNIME's dialog does.
      values.of(ref);
      return () -> (T) values.of(ref);
    }

    @Override
    public <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id) {
      values.of(id);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Supplier<T> computeFromProvidedState(
        Class<? extends StateProvider<T>> stateProviderClass) {
      StateProvider<T> provider = Instantiation.of(stateProviderClass);
      Initializer initializer = new Initializer();
      provider.init(initializer);
      atOpening |= initializer.atOpening;
      return () -> (T) compute(provider);
    }

    @Override
    public void computeOnButtonClick(Class<? extends ButtonReference> ref) {
      // Nobody clicks while a dialog opens.
    }

    @Override
    public void computeBeforeOpenDialog() {
      atOpening = true;
    }

    @Override
    public void computeAfterOpenDialog() {
      atOpening = true;
    }
  }
}
