package org.knime.node;

import java.net.URL;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.parameters.NodeParameters;

/**
 * Makes all of a node from a {@link DefaultNode}. Subclasses are public, as is their constructor.
 */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel>
    implements NodeDialogFactory, NodeViewFactory<NodeModel> {
  private final DefaultNode node;
  private NodeModel model;

  /**
   * For this node.
   *
   * @throws IllegalStateException if one of its texts is no XML fragment
   */
  protected DefaultNodeFactory(DefaultNode node) {
    super(true);
    this.node = node;
    super.init();
  }

  @Override
  protected final NodeDescription createNodeDescription() {
    return new DefaultNodeDescription(DescriptionDocument.of(node));
  }

  @Override
  protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
    if (node.ports.isEmpty()) {
      return Optional.empty();
    }
    PortsConfigurationBuilder builder = new PortsConfigurationBuilder();
    node.ports.forEach(group -> add(builder, group));
    return Optional.of(builder);
  }

  private static void add(PortsConfigurationBuilder builder, PortGroup group) {
    String id = group.id();
    if (group.mode() instanceof PortGroup.Fixed fixed) {
      if (group.input()) {
        builder.addFixedInputPortGroup(id, fixed.type());
      } else {
        builder.addFixedOutputPortGroup(id, fixed.type());
      }
    } else if (group.mode() instanceof PortGroup.OptionalOf optional) {
      PortType[] types = optional.types();
      if (group.input()) {
        builder.addOptionalInputPortGroupWithDefault(id, null, types);
      } else {
        builder.addOptionalOutputPortGroupWithDefault(id, null, types);
      }
    }
  }

  private Optional<Class<? extends NodeParameters>> modelParameters() {
    return node.model.parametersClass();
  }

  private Optional<Class<? extends NodeParameters>> viewParameters() {
    return node.view().flatMap(DefaultView::parametersClass);
  }

  /** The description of the node. */
  final DefaultNode node() {
    return node;
  }

  @Override
  protected final NodeModel createNodeModel(NodeCreationConfiguration creationConfig) {
    PortsConfiguration ports = creationConfig.getPortConfig().orElse(null);
    PortType[] in = ports == null ? new PortType[0] : ports.getInputPorts();
    PortType[] out = ports == null ? new PortType[0] : ports.getOutputPorts();
    ParametersKeeper keeper = new ParametersKeeper(modelParameters(), viewParameters());
    model = new StandardNodeModel((DefaultModel.Standard) node.model, in, out, keeper);
    return model;
  }

  private PortObject[] internalPortObjects() {
    return ((PortObjectHolder) model).getInternalPortObjects();
  }

  @Override
  public final NodeDialog createNodeDialog() {
    Set<SettingsType> types = EnumSet.noneOf(SettingsType.class);
    modelParameters().ifPresent(parameters -> types.add(SettingsType.MODEL));
    viewParameters().ifPresent(parameters -> types.add(SettingsType.VIEW));
    if (types.isEmpty()) {
      throw new IllegalStateException(
          "Unable to create node dialog since the node does not have parameters and thus should"
              + " not have a dialog.");
    }
    return () -> types;
  }

  @Override
  public final boolean hasNodeView() {
    return node.view().isPresent();
  }

  @Override
  public final NodeView createNodeView(NodeModel nodeModel) {
    return new DefaultNodeView(
        node.view().orElseThrow(IllegalStateException::new), this::internalPortObjects);
  }

  @Override
  protected final int getNrNodeViews() {
    return hasNodeView() ? 1 : 0;
  }

  /** There is no Swing view. */
  @Override
  @Deprecated
  @SuppressWarnings("removal")
  public final org.knime.core.node.NodeView<NodeModel> createNodeView(
      int viewIndex, NodeModel nodeModel) {
    return null;
  }

  /** There is no Swing dialog. */
  @Override
  @Deprecated
  @SuppressWarnings("removal")
  protected final boolean hasDialog() {
    return false;
  }

  /** There is no Swing dialog. */
  @Override
  @Deprecated
  protected final NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig) {
    return null;
  }

  /** There is no Swing dialog. */
  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  protected final NodeDialogPane createNodeDialogPane() {
    return super.createNodeDialogPane();
  }

  // KNIME closes these to subclasses.

  /** Not for these nodes. */
  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public final NodeModel createNodeModel() {
    return super.createNodeModel();
  }

  @Override
  public final synchronized void init() {
    super.init();
  }

  @Override
  public final URL getIcon() {
    return super.getIcon();
  }
}
