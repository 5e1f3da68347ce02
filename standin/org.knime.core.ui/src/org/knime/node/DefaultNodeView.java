package org.knime.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** The view of a node, with the parameters that it was given last. */
final class DefaultNodeView implements NodeView {
  private final DefaultView view;
  private final Input input;

  DefaultNodeView(DefaultView view, Supplier<PortObject[]> internal) {
    this.view = view;
    input = new Input(internal);
  }

  private static final class Input implements ViewInput {
    private final Supplier<PortObject[]> internal;
    private NodeParameters parameters;

    Input(Supplier<PortObject[]> internal) {
      this.internal = internal;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
      return (S) parameters;
    }

    @Override
    public PortObject[] getInternalPortObjects() {
      return internal.get();
    }
  }

  @Override
  public Page getPage() {
    return view.page;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <D> Optional<InitialDataService<D>> createInitialDataService() {
    return view.initialDataService(input).map(service -> (InitialDataService<D>) service);
  }

  @Override
  public Optional<RpcDataService> createRpcDataService() {
    return view.rpcDataService(input);
  }

  @Override
  public void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    if (view.parametersClass().isPresent()) {
      NodeParametersUtil.loadSettings(settings, view.parametersClass().get()).validate();
    }
  }

  @Override
  public void loadValidatedSettingsFrom(NodeSettingsRO settings) {
    if (view.parametersClass().isPresent()) {
      try {
        input.parameters = NodeParametersUtil.loadSettings(settings, view.parametersClass().get());
      } catch (InvalidSettingsException e) {
        throw new IllegalStateException("Parameters should be valid.", e);
      }
    }
  }
}
