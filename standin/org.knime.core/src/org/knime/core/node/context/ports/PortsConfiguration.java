package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** The ports of a node and their groups. */
public interface PortsConfiguration {
  PortType[] getInputPorts();

  PortType[] getOutputPorts();
}
