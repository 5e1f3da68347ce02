package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;

/** What is known about the ports of a node while its parameters are made or its dialog is open. */
public interface NodeParametersInput {
  /** The specs at the input ports, null where there is none. */
  PortObjectSpec[] getInPortSpecs();

  /** The spec of the table at an input port; throws ClassCastException where it is none. */
  Optional<DataTableSpec> getInTableSpec(int portIndex);
}
