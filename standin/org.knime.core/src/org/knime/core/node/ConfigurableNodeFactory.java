package org.knime.core.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;

/** Makes nodes whose ports depend on settings. Of the groups of ports some kinds are left out. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {
  protected ConfigurableNodeFactory(boolean lazyInitialization) {
    super(lazyInitialization);
  }

  /** Not for these nodes. */
  @Override
  @Deprecated
  public T createNodeModel() {
    throw notHere();
  }

  /** Not for these nodes. */
  @Override
  @Deprecated
  @SuppressWarnings("removal")
  protected NodeDialogPane createNodeDialogPane() {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException(
        "Method invocation not supported by ConfigurableNodeFactory");
  }

  public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
    return new ModifiableNodeCreationConfiguration(
        createPortsConfigBuilder().map(builder -> new PortGroups(builder.groups)).orElse(null));
  }

  protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

  protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

  protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

  /** Collects the groups of ports, each with a name that is unique in the node. */
  protected static final class PortsConfigurationBuilder {
    private final Map<String, PortGroups.Group> groups = new LinkedHashMap<>();

    public PortsConfigurationBuilder() {}

    public void addFixedInputPortGroup(String pGrpId, PortType... fixedPortTypes) {
      addFixed(pGrpId, true, false, fixedPortTypes);
    }

    public void addFixedOutputPortGroup(String pGrpId, PortType... fixedPortTypes) {
      addFixed(pGrpId, false, true, fixedPortTypes);
    }

    private void addFixed(String id, boolean input, boolean output, PortType... types) {
      CheckUtils.checkArgument(types.length > 0, "At least one static port type has to be set");
      add(id, PortGroups.Group.fixed(input, output, types));
    }

    public void addOptionalInputPortGroupWithDefault(
        String pGrpId, PortType defaultPort, PortType... optionalPorts) {
      addOptional(pGrpId, true, defaultPort, optionalPorts);
    }

    public void addOptionalOutputPortGroupWithDefault(
        String pGrpId, PortType defaultPort, PortType... optionalPorts) {
      addOptional(pGrpId, false, defaultPort, optionalPorts);
    }

    private void addOptional(
        String id, boolean input, PortType defaultPort, PortType... optionalPorts) {
      CheckUtils.checkArgument(
          optionalPorts != null && optionalPorts.length > 0,
          "The optional ports have to contain at least one element");
      CheckUtils.checkArgument(
          defaultPort == null || Arrays.asList(optionalPorts).contains(defaultPort),
          "The optional port types have to contain the default port type");
      add(id, PortGroups.Group.optional(input, !input, defaultPort));
    }

    private void add(String id, PortGroups.Group group) {
      CheckUtils.checkArgument(
          !groups.containsKey(id), "A port group with the given name already exists");
      CheckUtils.checkArgument(
          id != null && !id.isEmpty(),
          "The group identifier has to contain at least one character");
      groups.put(id, group);
    }
  }
}
