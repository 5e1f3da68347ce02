package org.knime.node;

import java.io.File;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.RearrangeColumnsInput;
import org.knime.node.DefaultModel.RearrangeColumnsOutput;
import org.knime.node.parameters.NodeParameters;

/** The model of a node that only says how the columns of its output come about. */
final class RearrangingNodeModel extends NodeModel {
  private final DefaultModel.Rearranging model;
  private final ParametersKeeper keeper;

  RearrangingNodeModel(DefaultModel.Rearranging model, ParametersKeeper keeper) {
    super(1, 1);
    this.model = model;
    this.keeper = keeper;
  }

  @Override
  protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException {
    return new DataTableSpec[] {rearranger(inSpecs[0]).createSpec()};
  }

  @Override
  protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec)
      throws Exception {
    ColumnRearranger rearranger = rearranger(inData[0].getDataTableSpec());
    return new BufferedDataTable[] {exec.createColumnRearrangeTable(inData[0], rearranger, exec)};
  }

  private ColumnRearranger rearranger(DataTableSpec spec) throws InvalidSettingsException {
    NodeParameters parameters = keeper.parametersFor(new PortObjectSpec[] {spec});
    Output output = new Output();
    model.rearrange.accept(new Input(parameters, spec), output);
    if (output.rearranger == null) {
      throw new InvalidSettingsException("No column rearranger has been set.");
    }
    return output.rearranger;
  }

  private record Input(NodeParameters parameters, DataTableSpec spec)
      implements RearrangeColumnsInput {
    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
      return (S) parameters;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
      return spec;
    }
  }

  private static final class Output implements RearrangeColumnsOutput {
    private ColumnRearranger rearranger;

    @Override
    public void setColumnRearranger(ColumnRearranger rearranger) {
      if (rearranger == null) {
        throw new IllegalArgumentException("Column rearranger must not be null.");
      }
      this.rearranger = rearranger;
    }
  }

  @Override
  protected void reset() {
    // Nothing is kept.
  }

  @Override
  protected void saveSettingsTo(NodeSettingsWO settings) {
    keeper.save(settings);
  }

  @Override
  protected void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    keeper.validate(settings);
  }

  @Override
  protected void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException {
    keeper.load(settings);
  }

  @Override
  protected void validateViewSettings(NodeSettingsRO viewSettings) throws InvalidSettingsException {
    keeper.validateView(viewSettings);
  }

  @Override
  protected void saveDefaultViewSettingsTo(NodeSettingsWO viewSettings) {
    keeper.saveViewDefaults(viewSettings);
  }

  @Override
  protected void loadInternals(File nodeInternDir, ExecutionMonitor exec) {
    // Nothing is kept.
  }

  @Override
  protected void saveInternals(File nodeInternDir, ExecutionMonitor exec) {
    // Nothing is kept.
  }
}
