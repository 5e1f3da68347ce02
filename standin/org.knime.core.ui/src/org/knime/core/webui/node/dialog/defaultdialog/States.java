package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Optional;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Computes what providers provide while a dialog opens. */
final class States {
  private final NodeParametersInput input;

  States(NodeParametersInput input) {
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
    public void computeBeforeOpenDialog() {
      atOpening = true;
    }
  }
}
