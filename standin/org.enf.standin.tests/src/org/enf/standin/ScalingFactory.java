package org.enf.standin;

import java.util.Optional;
import org.enf.standin.ports.Weights;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;

/** Makes nodes that scale numbers, by weights if they are connected. */
public final class ScalingFactory extends ConfigurableNodeFactory<ScalingModel> {
  @Override
  protected NodeDescription createNodeDescription() {
    return new ScalingDescription();
  }

  @Override
  protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
    PortsConfigurationBuilder ports = new PortsConfigurationBuilder();
    ports.addOptionalInputPortGroup("Weights", Weights.TYPE);
    ports.addFixedInputPortGroup("Numbers", BufferedDataTable.TYPE);
    ports.addFixedOutputPortGroup("Scaled", BufferedDataTable.TYPE);
    return Optional.of(ports);
  }

  @Override
  protected ScalingModel createNodeModel(NodeCreationConfiguration creationConfig) {
    return new ScalingModel(creationConfig.getPortConfig().orElseThrow());
  }

  @Override
  protected int getNrNodeViews() {
    return 0;
  }

  @Override
  @Deprecated
  @SuppressWarnings("removal")
  public NodeView<ScalingModel> createNodeView(int viewIndex, ScalingModel nodeModel) {
    return null;
  }

  @Override
  @Deprecated
  @SuppressWarnings("removal")
  protected boolean hasDialog() {
    return false;
  }

  @Override
  protected NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig) {
    return null;
  }
}
