package org.enf.standin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.enf.standin.ports.Weights;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Scales the first column. A factor of 0 leaves the output out. */
final class ScalingModel extends NodeModel {
  static final DataTableSpec OUTPUT =
      new DataTableSpec(new DataColumnSpecCreator("scaled", DoubleCell.TYPE).createSpec());

  private double factor = 1;
  private String internals = "none";

  ScalingModel(PortsConfiguration ports) {
    super(ports.getInputPorts(), ports.getOutputPorts());
  }

  String internals() {
    return internals;
  }

  @Override
  protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
    DataTableSpec numbers = (DataTableSpec) inSpecs[inSpecs.length - 1];
    if (!numbers.containsCompatibleType(DoubleValue.class)) {
      throw new InvalidSettingsException("There is no column of numbers");
    }
    if (factor == 1) {
      setWarningMessage("The numbers stay as they are");
    }
    return new PortObjectSpec[] {OUTPUT};
  }

  @Override
  protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec)
      throws CanceledExecutionException {
    if (factor == 0) {
      return new PortObject[1];
    }
    BufferedDataTable numbers = (BufferedDataTable) inObjects[inObjects.length - 1];
    double by = inObjects.length == 1 ? factor : factor * ((Weights) inObjects[0]).values()[0];
    BufferedDataContainer container = exec.createDataContainer(OUTPUT);
    for (DataRow row : numbers) {
      exec.checkCanceled();
      double value = ((DoubleValue) row.getCell(0)).getDoubleValue();
      container.addRowToTable(new DefaultRow(row.getKey(), by * value));
    }
    container.close();
    internals = "executed";
    return new PortObject[] {container.getTable()};
  }

  @Override
  protected void saveSettingsTo(NodeSettingsWO settings) {
    settings.addDouble("factor", factor);
  }

  @Override
  protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    if (settings.getDouble("factor") < 0) {
      throw new InvalidSettingsException("The factor is negative");
    }
  }

  @Override
  protected void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException {
    factor = settings.getDouble("factor");
  }

  @Override
  protected void reset() {
    internals = "none";
  }

  @Override
  protected void saveInternals(File nodeInternDir, ExecutionMonitor exec) throws IOException {
    Files.writeString(nodeInternDir.toPath().resolve("internals"), internals);
  }

  @Override
  protected void loadInternals(File nodeInternDir, ExecutionMonitor exec) throws IOException {
    internals = Files.readString(nodeInternDir.toPath().resolve("internals"));
  }
}
