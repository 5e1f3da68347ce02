package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Stands for no provider. */
class NoopProvider<T> implements StateProvider<T> {
  @Override
  public void init(StateProviderInitializer initializer) {
    throw new IllegalStateException("This method should never be called");
  }

  @Override
  public T computeState(NodeParametersInput parametersInput) {
    throw new IllegalStateException("This method should never be called");
  }
}
