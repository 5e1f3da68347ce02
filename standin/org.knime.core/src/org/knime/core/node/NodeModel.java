package org.knime.core.node;

import java.io.IOException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.util.CheckUtils;

/** What a node does. */
public abstract class NodeModel {
  private final PortType[] inPortTypes;
  private final PortType[] outPortTypes;
  private Message warning;

  protected NodeModel(PortType[] inPortTypes, PortType[] outPortTypes) {
    this.inPortTypes = registered(inPortTypes, "InPortType");
    this.outPortTypes = registered(outPortTypes, "OutPortType");
  }

  private static PortType[] registered(PortType[] types, String side) {
    PortType[] registered = new PortType[types == null ? 0 : types.length];
    for (int i = 0; i < registered.length; i++) {
      CheckUtils.checkArgumentNotNull(types[i], side + "[%d] must not be null!", i);
      registered[i] =
          PortTypeRegistry.getInstance()
              .getPortType(types[i].getPortObjectClass(), types[i].isOptional());
    }
    return registered;
  }

  protected abstract void saveSettingsTo(NodeSettingsWO settings);

  protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

  /**
   * Checks the settings of the view.
   *
   * @throws InvalidSettingsException if they do not fit
   */
  protected void validateViewSettings(NodeSettingsRO viewSettings)
      throws InvalidSettingsException {}

  protected void saveDefaultViewSettingsTo(NodeSettingsWO viewSettings) {}

  protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings)
      throws InvalidSettingsException;

  protected abstract void reset();

  protected void onDispose() {}

  protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
    DataTableSpec[] specs = new DataTableSpec[inSpecs.length];
    for (int i = 0; i < specs.length; i++) {
      if (inSpecs[i] != null && !(inSpecs[i] instanceof DataTableSpec)) {
        throw new InvalidSettingsException("Input Port " + i + " does not hold data table specs.");
      }
      specs[i] = (DataTableSpec) inSpecs[i];
    }
    return configure(specs);
  }

  protected DataTableSpec[] configure(DataTableSpec[] inSpecs) throws InvalidSettingsException {
    throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
  }

  protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
    BufferedDataTable[] tables = new BufferedDataTable[inObjects.length];
    for (int i = 0; i < tables.length; i++) {
      if (inObjects[i] != null && !(inObjects[i] instanceof BufferedDataTable)) {
        throw new IOException("Input port " + i + " does not hold data table");
      }
      tables[i] = (BufferedDataTable) inObjects[i];
    }
    return execute(tables, exec);
  }

  protected BufferedDataTable[] execute(BufferedDataTable[] inData, ExecutionContext exec)
      throws Exception {
    throw new IOException("NodeModel.execute() implementation missing!");
  }

  protected final int getNrInPorts() {
    return inPortTypes.length;
  }

  protected final int getNrOutPorts() {
    return outPortTypes.length;
  }

  protected final PortType getInPortType(int index) {
    return inPortTypes[index];
  }

  protected final void setWarningMessage(String warningMessage) {
    setWarning(Message.builder().withSummary(warningMessage).build().orElse(null));
  }

  protected final void setWarning(Message message) {
    warning = message;
  }

  protected final Message getWarning() {
    return warning;
  }

  final PortType[] inPortTypes() {
    return inPortTypes.clone();
  }

  final PortType[] outPortTypes() {
    return outPortTypes.clone();
  }
}
