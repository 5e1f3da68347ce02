package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What is known about the ports of a node while its parameters are made or its dialog is open. */
public interface NodeParametersInput {
  /** The types of the input ports. */
  PortType[] getInPortTypes();

  /** The specs at the input ports, null where there is none. */
  PortObjectSpec[] getInPortSpecs();

  /** The spec at an input port. */
  Optional<PortObjectSpec> getInPortSpec(int portIndex);

  /** All input specs, as those of tables; throws ClassCastException where one is none. */
  DataTableSpec[] getInTableSpecs();

  /** The spec of the table at an input port; throws ClassCastException where it is none. */
  Optional<DataTableSpec> getInTableSpec(int portIndex);

  /** The objects at the input ports, null where there is none. */
  PortObject[] getInPortObjects();

  /** The object at an input port. */
  Optional<PortObject> getInPortObject(int portIndex);

  /** All input objects, as tables; throws ClassCastException where one is none. */
  BufferedDataTable[] getInTables();

  /** The table at an input port; throws ClassCastException where it is none. */
  Optional<BufferedDataTable> getInTable(int portIndex);

  /** The types of the output ports; null where they are not known. */
  PortType[] getOutPortTypes();
}
