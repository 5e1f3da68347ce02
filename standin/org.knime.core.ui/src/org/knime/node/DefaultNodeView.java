package org.knime.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;

/** The view of a node. */
final class DefaultNodeView implements NodeView {
  private final DefaultView view;
  private final Input input;

  DefaultNodeView(DefaultView view, Supplier<PortObject[]> internal) {
    this.view = view;
    input = new Input(internal);
  }

  private static final class Input implements ViewInput {
    private final Supplier<PortObject[]> internal;

    Input(Supplier<PortObject[]> internal) {
      this.internal = internal;
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
  public void loadValidatedSettingsFrom(NodeSettingsRO settings) {
    // No view here has settings.
  }
}
