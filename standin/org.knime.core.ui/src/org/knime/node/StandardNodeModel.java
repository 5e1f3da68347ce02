package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;

/** The model of a node that configures and executes by itself. */
final class StandardNodeModel extends NodeModel implements PortObjectHolder {
  private final DefaultModel.Standard model;
  private final PortType[] outTypes;
  private final ParametersKeeper keeper;
  private PortObject[] internal;

  StandardNodeModel(
      DefaultModel.Standard model,
      PortType[] inTypes,
      PortType[] outTypes,
      ParametersKeeper keeper) {
    super(inTypes, outTypes);
    this.model = model;
    this.outTypes = outTypes;
    this.keeper = keeper;
  }

  @Override
  protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
    NodeParameters parameters = keeper.parametersFor(inSpecs);
    PortObjectSpec[] outSpecs = new PortObjectSpec[outTypes.length];
    model.configure.accept(new Specs(parameters, inSpecs), new OutSpecs(outSpecs));
    return outSpecs;
  }

  @Override
  protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
    PortObject[] outObjects = new PortObject[outTypes.length];
    model.execute.accept(
        new Objects(keeper.parameters(), inObjects, exec), new OutObjects(outObjects));
    return outObjects;
  }

  @Override
  protected void reset() {
    internal = null;
  }

  @Override
  public PortObject[] getInternalPortObjects() {
    return internal;
  }

  @Override
  public void setInternalPortObjects(PortObject[] portObjects) {
    internal = portObjects;
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

  private void warn(String message) {
    setWarningMessage(message);
  }

  private final class Specs implements ConfigureInput {
    private final NodeParameters parameters;
    private final PortObjectSpec[] inSpecs;

    Specs(NodeParameters parameters, PortObjectSpec[] inSpecs) {
      this.parameters = parameters;
      this.inSpecs = inSpecs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
      return (S) parameters;
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
      return inSpecs;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends PortObjectSpec> S getInPortSpec(int index) {
      return (S) inSpecs[index];
    }

    @Override
    public DataTableSpec getInTableSpec(int portIndex) {
      return (DataTableSpec) inSpecs[portIndex];
    }
  }

  private final class OutSpecs implements ConfigureOutput {
    private final PortObjectSpec[] outSpecs;

    OutSpecs(PortObjectSpec[] outSpecs) {
      this.outSpecs = outSpecs;
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(int index, S spec) {
      outSpecs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(S... specs) {
      System.arraycopy(specs, 0, outSpecs, 0, specs.length);
    }

    @Override
    public void setWarningMessage(String message) {
      warn(message);
    }
  }

  private final class Objects implements ExecuteInput {
    private final NodeParameters parameters;
    private final PortObject[] inObjects;
    private final ExecutionContext exec;

    Objects(NodeParameters parameters, PortObject[] inObjects, ExecutionContext exec) {
      this.parameters = parameters;
      this.inObjects = inObjects;
      this.exec = exec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S extends NodeParameters> S getParameters() {
      return (S) parameters;
    }

    @Override
    public ExecutionContext getExecutionContext() {
      return exec;
    }

    @Override
    public PortObject[] getInPortObjects() {
      return inObjects;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <D extends PortObject> D getInPortObject(int portIndex) {
      return (D) inObjects[portIndex];
    }

    @Override
    public BufferedDataTable getInTable(int portIndex) {
      return (BufferedDataTable) inObjects[portIndex];
    }
  }

  private final class OutObjects implements ExecuteOutput {
    private final PortObject[] outObjects;

    OutObjects(PortObject[] outObjects) {
      this.outObjects = outObjects;
    }

    @Override
    public <D extends PortObject> void setOutData(int index, D data) {
      outObjects[index] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(D... data) {
      System.arraycopy(data, 0, outObjects, 0, data.length);
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(D... data) {
      setInternalPortObjects(data);
    }

    @Override
    public void setWarningMessage(String message) {
      warn(message);
    }
  }
}
