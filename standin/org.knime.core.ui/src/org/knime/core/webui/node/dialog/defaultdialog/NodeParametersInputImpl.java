package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParametersInput;

/** The ports of a node and what is at them. */
final class NodeParametersInputImpl implements NodeParametersInput {
  private final PortObjectSpec[] specs;

  NodeParametersInputImpl(PortObjectSpec... specs) {
    this.specs = specs;
  }

  @Override
  public PortObjectSpec[] getInPortSpecs() {
    return specs;
  }

  public Optional<PortObjectSpec> getInPortSpec(int portIndex) {
    return Optional.ofNullable(specs[portIndex]);
  }

  @Override
  public Optional<DataTableSpec> getInTableSpec(int portIndex) {
    return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
  }
}
