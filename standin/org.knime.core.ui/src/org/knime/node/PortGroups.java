package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups of ports that a node is given. */
final class PortGroups implements DynamicPortsAdder {
  private final List<PortGroup> groups = new ArrayList<>();

  private PortGroups() {}

  static List<PortGroup> of(Consumer<DynamicPortsAdder> ports) {
    PortGroups collected = new PortGroups();
    ports.accept(collected);
    return List.copyOf(collected.groups);
  }

  @Override
  public DynamicPortsAdder addInputPortGroup(
      String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration) {
    return add(true, groupId, groupConfiguration);
  }

  @Override
  public DynamicPortsAdder addOutputPortGroup(
      String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration) {
    return add(false, groupId, groupConfiguration);
  }

  private DynamicPortsAdder add(
      boolean input, String id, Function<RequirePortName, ConfigurablePort> configuration) {
    configuration.apply(
        name -> description -> new ModeStage(new PortGroup(input, id, name, description, null)));
    return this;
  }

  private final class ModeStage implements RequireConfigurablePortMode {
    private final PortGroup group;

    ModeStage(PortGroup group) {
      this.group = group;
    }

    @Override
    public FinalConfigurablePort fixed(PortType portType) {
      groups.add(group.with(new PortGroup.Fixed(portType)));
      return new FinalConfigurablePort();
    }

    @Override
    public RequireSupportedTypes<OptionalConfigurablePort> optional() {
      return portTypes -> {
        groups.add(group.with(new PortGroup.OptionalOf(portTypes)));
        return new OptionalConfigurablePort() {};
      };
    }
  }
}
