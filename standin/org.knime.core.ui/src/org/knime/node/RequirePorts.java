package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;

/** The stage that asks for the ports. */
public interface RequirePorts {
  /** Ports that are always there; their names are the ids of their groups, too. */
  default RequireModel ports(Consumer<PortsAdder> ports) {
    return dynamicPorts(groups -> ports.accept(new FixedPortsAdder(groups)));
  }

  /** Groups of ports that the user may add or take away. */
  RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

  /** Takes ports that are always there. */
  interface PortsAdder {
    /** Adds an input; the description is an XML fragment. */
    PortsAdder addInputPort(String name, String description, PortType portType);

    /** Adds an output; the description is an XML fragment. */
    PortsAdder addOutputPort(String name, String description, PortType portType);

    /** Adds an input for a table. */
    default PortsAdder addInputTable(String name, String description) {
      return addInputPort(name, description, BufferedDataTable.TYPE);
    }

    /** Adds an output for a table. */
    default PortsAdder addOutputTable(String name, String description) {
      return addOutputPort(name, description, BufferedDataTable.TYPE);
    }
  }

  /** Takes groups of ports, each with an id of its own. */
  interface DynamicPortsAdder {
    /** Adds a group of inputs. */
    DynamicPortsAdder addInputPortGroup(
        String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);

    /** Adds a group of outputs. */
    DynamicPortsAdder addOutputPortGroup(
        String groupId, Function<RequirePortName, ConfigurablePort> groupConfiguration);
  }

  /** The stage that asks for the name of a port. */
  interface RequirePortName {
    /** Its name. */
    RequirePortDescription name(String name);
  }

  /** The stage that asks for the description of a port. */
  interface RequirePortDescription {
    /** Its description, an XML fragment. */
    RequireConfigurablePortMode description(String description);
  }

  /** The stage that asks how many ports a group has. */
  interface RequireConfigurablePortMode {
    /** Always one. */
    FinalConfigurablePort fixed(PortType portType);

    /** One or none, as the user likes. */
    RequireSupportedTypes<OptionalConfigurablePort> optional();
  }

  /**
   * The stage that asks for the types of a port.
   *
   * @param <T> the next stage
   */
  interface RequireSupportedTypes<T> {
    /** These. */
    T supportedTypes(PortType... portTypes);
  }

  /** A group of ports, ready or with more to say. */
  sealed interface ConfigurablePort permits FinalConfigurablePort, OptionalConfigurablePort {
    /** A group about which everything is said. */
    final class FinalConfigurablePort implements ConfigurablePort {}

    /** A group of one port or none. */
    non-sealed interface OptionalConfigurablePort extends ConfigurablePort {}
  }
}
