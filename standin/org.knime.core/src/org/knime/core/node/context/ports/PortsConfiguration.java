package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
import org.knime.core.node.port.PortType;

/** The ports of a node and their groups. */
public interface PortsConfiguration {
  PortType[] getInputPorts();

  PortType[] getOutputPorts();

  Map<String, int[]> getInputPortLocation();

  Map<String, int[]> getOutputPortLocation();

  List<String> getPortGroupNames();
}
