package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** The ports of a node and what is at them. */
final class NodeParametersInputImpl implements NodeParametersInput {
  private final PortType[] inTypes;
  private final PortType[] outTypes;
  private final PortObjectSpec[] specs;
  private final PortObject[] objects;

  /** Without objects where those are null. */
  NodeParametersInputImpl(
      PortType[] inTypes, PortType[] outTypes, PortObjectSpec[] specs, PortObject[] objects) {
    this.inTypes = inTypes;
    this.outTypes = outTypes;
    this.specs = specs;
    this.objects = objects == null ? new PortObject[specs.length] : objects;
  }

  @Override
  public PortType[] getInPortTypes() {
    return inTypes;
  }

  @Override
  public PortObjectSpec[] getInPortSpecs() {
    return specs;
  }

  @Override
  public Optional<PortObjectSpec> getInPortSpec(int portIndex) {
    return Optional.ofNullable(specs[portIndex]);
  }

  @Override
  public DataTableSpec[] getInTableSpecs() {
    return Arrays.copyOf(specs, specs.length, DataTableSpec[].class);
  }

  @Override
  public Optional<DataTableSpec> getInTableSpec(int portIndex) {
    return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
  }

  @Override
  public PortObject[] getInPortObjects() {
    return objects;
  }

  @Override
  public Optional<PortObject> getInPortObject(int portIndex) {
    return Optional.ofNullable(objects[portIndex]);
  }

  @Override
  public BufferedDataTable[] getInTables() {
    return Arrays.copyOf(objects, objects.length, BufferedDataTable[].class);
  }

  @Override
  public Optional<BufferedDataTable> getInTable(int portIndex) {
    return getInPortObject(portIndex).map(BufferedDataTable.class::cast);
  }

  @Override
  public PortType[] getOutPortTypes() {
    return outTypes;
  }
}
