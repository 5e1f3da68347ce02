package org.knime.core.node;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;

/**
 * Does with a node in tests what KNIME's workflow manager does: creates it, loads its settings,
 * configures and executes it, with KNIME's checks around each step. Node code must not use it.
 */
public final class StandinNode {
  private final NodeFactory<? extends NodeModel> factory;
  private final ModifiableNodeCreationConfiguration creation;
  private final NodeModel model;

  private StandinNode(
      NodeFactory<? extends NodeModel> factory,
      ModifiableNodeCreationConfiguration creation,
      NodeModel model) {
    this.factory = factory;
    this.creation = creation;
    this.model = model;
  }

  /**
   * A new node with the ports that the settings say.
   *
   * @param settings the root of the node's settings.xml, where {@code node_creation_config} may be
   */
  public static StandinNode create(
      NodeFactory<? extends NodeModel> factory, NodeSettingsRO settings)
      throws InvalidSettingsException {
    factory.init();
    if (factory instanceof ConfigurableNodeFactory<? extends NodeModel> configurable) {
      ModifiableNodeCreationConfiguration creation = configurable.createNodeCreationConfig();
      creation.loadSettingsFrom(settings);
      return new StandinNode(factory, creation, configurable.createNodeModel(creation));
    }
    return new StandinNode(factory, null, factory.createNodeModel());
  }

  /** A context as KNIME hands it to execute. */
  public static ExecutionContext context(NodeProgressMonitor progress) {
    return new ExecutionContext(progress);
  }

  /** The description of the node. */
  public NodeDescription description() {
    return factory.getNodeDescription();
  }

  /** The model of the node. */
  public NodeModel model() {
    return model;
  }

  /** The types of the inputs, without the flow variable port. */
  public PortType[] inputs() {
    return model.inPortTypes();
  }

  /** The types of the outputs, without the flow variable port. */
  public PortType[] outputs() {
    return model.outPortTypes();
  }

  /** The warning of the last configure or execute. */
  public Optional<Message> warning() {
    return Optional.ofNullable(model.getWarning());
  }

  /** Writes {@code node_creation_config}, as KNIME does for such nodes. */
  public void saveCreation(NodeSettingsWO settings) {
    if (creation != null) {
      creation.saveSettingsTo(settings);
    }
  }

  /** Writes the model settings. */
  public void saveSettings(NodeSettingsWO settings) {
    model.saveSettingsTo(settings);
  }

  /** Writes the default view settings. */
  public void saveDefaultViewSettings(NodeSettingsWO settings) {
    model.saveDefaultViewSettingsTo(settings);
  }

  /** Checks and loads the model settings. */
  public void loadSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    model.validateSettings(settings);
    model.loadValidatedSettingsFrom(settings);
  }

  /** Checks the view settings. */
  public void validateViewSettings(NodeSettingsRO settings) throws InvalidSettingsException {
    model.validateViewSettings(settings);
  }

  /** Configures the node; a spec that it left open is null. */
  public PortObjectSpec[] configure(PortObjectSpec... inputs) throws InvalidSettingsException {
    CheckUtils.checkArgument(
        inputs.length == model.getNrInPorts(),
        "%d specs for %d inputs",
        inputs.length,
        model.getNrInPorts());
    model.setWarning(null);
    PortObjectSpec[] specs = inputs.clone();
    for (int i = 0; i < specs.length; i++) {
      PortType type = model.getInPortType(i);
      if (specs[i] == null && BufferedDataTable.TYPE.equals(type) && !type.isOptional()) {
        specs[i] = new DataTableSpec();
      }
      if (!type.acceptsPortObjectSpec(specs[i])) {
        throw new InvalidSettingsException(
            "Incompatible port spec at port " + i + ", expected: " + type);
      }
    }
    PortObjectSpec[] outputs = model.configure(specs);
    return outputs != null && outputs.length == model.getNrOutPorts()
        ? outputs
        : new PortObjectSpec[model.getNrOutPorts()];
  }

  /**
   * Executes the node.
   *
   * @throws IllegalStateException if an input is of another type or an output is missing
   */
  public PortObject[] execute(ExecutionContext exec, PortObject... inputs) throws Exception {
    CheckUtils.checkArgument(
        inputs.length == model.getNrInPorts(),
        "%d objects for %d inputs",
        inputs.length,
        model.getNrInPorts());
    model.setWarning(null);
    for (int i = 0; i < inputs.length; i++) {
      PortType type = model.getInPortType(i);
      boolean absent = inputs[i] == null && type.isOptional();
      if (!absent && !type.getPortObjectClass().isInstance(inputs[i])) {
        throw new IllegalStateException(
            "Connection Error: Mismatch of input port types (port " + i + ").");
      }
    }
    PortObject[] outputs = model.execute(inputs.clone(), exec);
    exec.checkCanceled();
    checkOutputs(outputs);
    warnOfEmptyTables(outputs);
    return outputs;
  }

  private void checkOutputs(PortObject[] outputs) {
    if (outputs == null || outputs.length != model.getNrOutPorts()) {
      throw new IllegalStateException("Execution failed: an incorrect number of outputs");
    }
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] == null) {
        throw new IllegalStateException(
            "Execution failed, reason: data at output " + i + " is null.");
      }
    }
  }

  private void warnOfEmptyTables(PortObject[] outputs) {
    long[] sizes =
        Arrays.stream(outputs)
            .filter(BufferedDataTable.class::isInstance)
            .mapToLong(table -> ((BufferedDataTable) table).size())
            .toArray();
    if (model.getWarning() == null && sizes.length > 0 && Arrays.stream(sizes).sum() == 0) {
      model.setWarningMessage(
          sizes.length == 1
              ? "Node created an empty data table."
              : "Node created empty data tables on all out-ports.");
    }
  }

  /** Forgets what execute left behind. */
  public void reset() {
    model.setWarning(null);
    model.reset();
  }

  /** Ends the life of the node. */
  public void dispose() {
    model.onDispose();
  }
}
