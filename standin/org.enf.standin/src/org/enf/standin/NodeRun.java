package org.enf.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.StandinNode;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.StandinDialog;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.StandinNodes;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/**
 * A node in a test: does with it what a user does in KNIME, with KNIME's checks and messages.
 *
 * <p>Settings are changed by the paths of their keys, as settings.xml shows them, and reach the
 * node with the next configuration, as when a dialog is closed. Executions have a thread of their
 * own. Not thread-safe but for {@link #cancel}.
 */
public final class NodeRun {
  private final DefaultNodeFactory factory;
  private final StandinNode node;
  private final List<Consumer<NodeSettings>> changes = new ArrayList<>();
  private final List<Consumer<NodeSettings>> viewChanges = new ArrayList<>();
  private PortObjectSpec[] inSpecs;
  private PortObjectSpec[] outSpecs;
  private PortObject[] outObjects;
  private Predicate<List<Executed.Progress>> cancelled = progress -> false;
  private boolean hasParameters;
  private volatile ProgressRecorder running;
  private NodeState state = NodeState.IDLE;

  private NodeRun(DefaultNodeFactory factory, StandinNode node) {
    this.factory = factory;
    this.node = node;
  }

  /**
   * A new node.
   *
   * @param optionalPorts the ids of the groups of optional ports to add; with none, the node has
   *     those that KNIME adds by itself
   * @throws RuntimeException if KNIME would refuse the factory
   */
  public static NodeRun of(Class<? extends DefaultNodeFactory> type, String... optionalPorts) {
    DefaultNodeFactory factory = Factories.create(type);
    NodeSettings settings = new NodeSettings("settings");
    NodeSettingsWO creation = settings.addNodeSettings("node_creation_config");
    for (StandinNodes.Group group : StandinNodes.groups(factory)) {
      NodeSettingsWO ports = creation.addNodeSettings(group.id());
      if (group.optional() && Arrays.asList(optionalPorts).contains(group.id())) {
        group.types().get(0).save(ports.addNodeSettings("port_0"));
      }
    }
    try {
      return of(factory, optionalPorts.length == 0 ? new NodeSettings("settings") : settings);
    } catch (InvalidSettingsException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The node whose ports are in the settings of a saved one. */
  static NodeRun of(DefaultNodeFactory factory, NodeSettings settings)
      throws InvalidSettingsException {
    return new NodeRun(factory, StandinNode.create(factory, settings));
  }

  StandinNode node() {
    return node;
  }

  DefaultNodeFactory factory() {
    return factory;
  }

  /**
   * The outputs of an executed node.
   *
   * @throws IllegalStateException if it is not executed
   */
  public List<PortObject> outputs() {
    if (state != NodeState.EXECUTED) {
      throw new IllegalStateException("The node is " + state + ".");
    }
    return List.of(outObjects);
  }

  /** What the node tells about itself. */
  public NodeDoc description() {
    return NodeDoc.of(this);
  }

  /** How far the node is. */
  public NodeState state() {
    return state;
  }

  /**
   * Changes a setting, for the next configuration.
   *
   * @param path its keys as in settings.xml, with slashes between: {@code net/layers}
   * @param value an enum's constant or its name, an array, or what else the key holds
   * @throws IllegalArgumentException if there is no such key, or it holds another type
   */
  public NodeRun set(String path, Object value) {
    Settings.set(settings(), path, value);
    changes.add(settings -> Settings.set(settings, path, value));
    return this;
  }

  /** Changes the settings in any way, even into what the node cannot read. */
  public NodeRun change(Consumer<NodeSettings> change) {
    changes.add(change);
    return this;
  }

  /**
   * The settings as they would be saved now.
   *
   * @throws IllegalArgumentException if a parameter has a type that cannot be saved
   */
  public NodeSettings settings() {
    NodeSettings settings = new NodeSettings("model");
    if (!hasParameters && inSpecs != null) {
      saveDefaults(settings);
    } else {
      node.saveSettings(settings);
    }
    changes.forEach(change -> change.accept(settings));
    return settings;
  }

  /** A dialog is filled with defaults for what is at the inputs. */
  private void saveDefaults(NodeSettings settings) {
    Class<? extends NodeParameters> type = StandinNodes.modelParameters(factory).orElse(null);
    if (type != null) {
      NodeParametersUtil.saveSettings(
          type, NodeParametersUtil.createSettings(type, input()), settings);
    }
  }

  NodeSettings viewSettings() {
    NodeSettings settings = new NodeSettings("view");
    node.saveDefaultViewSettings(settings);
    viewChanges.forEach(change -> change.accept(settings));
    return settings;
  }

  NodeParametersInput input() {
    return StandinDialog.input(inSpecs);
  }

  /**
   * Configures the node.
   *
   * @param specs those of the inputs, null at optional ones that are not connected
   * @throws InvalidSettingsException if the settings cannot be read or the node refuses
   * @throws NodeFailure if the node fails otherwise
   * @throws IllegalArgumentException if a spec is missing: KNIME leaves such a node alone
   */
  public Configured configure(PortObjectSpec... specs) throws InvalidSettingsException {
    checkInputs(specs);
    inSpecs = specs.clone();
    state = NodeState.IDLE;
    outObjects = null;
    loadChanges();
    hasParameters = true;
    try {
      outSpecs = node.configure(inSpecs.clone());
    } catch (RuntimeException e) {
      String name = e.getClass().getSimpleName();
      throw new NodeFailure("Configure failed (" + name + "): " + e.getMessage(), e);
    }
    state = NodeState.CONFIGURED;
    return new Configured(Arrays.asList(outSpecs), warning());
  }

  private void checkInputs(Object[] inputs) {
    PortType[] types = node.inputs();
    if (inputs.length != types.length) {
      throw new IllegalArgumentException(
          "The node has " + types.length + " inputs, not " + inputs.length + ".");
    }
    for (int i = 0; i < types.length; i++) {
      if (inputs[i] == null && !types[i].isOptional()) {
        throw new IllegalArgumentException("There is nothing at input " + i + ".");
      }
    }
  }

  private void loadChanges() throws InvalidSettingsException {
    if (!changes.isEmpty()) {
      NodeSettings settings = settings();
      changes.clear();
      node.loadSettings(settings);
    }
  }

  /**
   * Reads settings, as when a workflow is opened.
   *
   * @throws InvalidSettingsException if the node cannot read them or refuses them
   */
  public NodeRun load(NodeSettings settings) throws InvalidSettingsException {
    node.loadSettings(settings);
    changes.clear();
    hasParameters = true;
    state = NodeState.IDLE;
    return this;
  }

  private Optional<String> warning() {
    return node.warning().map(Message::getSummary);
  }

  /**
   * Calls the next execution off.
   *
   * @param reports after how many reports of progress
   */
  public NodeRun cancelAfter(int reports) {
    cancelled = progress -> progress.size() == reports;
    return this;
  }

  /**
   * Calls the next execution off.
   *
   * @param part as soon as it tells a message with this text
   */
  public NodeRun cancelAt(String part) {
    cancelled =
        progress -> {
          String message = progress.get(progress.size() - 1).message();
          return message != null && message.contains(part);
        };
    return this;
  }

  /**
   * Calls the execution off that is going on in another thread.
   *
   * @return whether there is one
   */
  public boolean cancel() {
    ProgressRecorder recorder = running;
    if (recorder != null) {
      recorder.setExecuteCanceled();
    }
    return recorder != null;
  }

  /**
   * Executes the node, after a configuration for what is at the inputs if there was none.
   *
   * @param objects the inputs, null at optional ones that are not connected
   * @throws InvalidSettingsException if the node cannot be configured
   * @throws CanceledExecutionException if it was called off; the node is configured then
   * @throws NodeFailure if it fails; the node is configured then
   */
  public Executed execute(PortObject... objects)
      throws InvalidSettingsException, CanceledExecutionException {
    checkInputs(objects);
    PortObjectSpec[] specs = new PortObjectSpec[objects.length];
    Arrays.setAll(specs, i -> objects[i] == null ? null : objects[i].getSpec());
    if (state != NodeState.CONFIGURED || !changes.isEmpty() || !Arrays.equals(specs, inSpecs)) {
      configure(specs);
    }
    ProgressRecorder recorder = new ProgressRecorder(cancelled);
    cancelled = progress -> false;
    running = recorder;
    try {
      outObjects = new Execution(node).run(recorder, objects);
    } finally {
      running = null;
    }
    state = NodeState.EXECUTED;
    return new Executed(
        Arrays.asList(outObjects), specWarning().or(this::warning), recorder.progress());
  }

  private Optional<String> specWarning() {
    for (int i = 0; i < outObjects.length; i++) {
      if (outObjects[i] instanceof BufferedDataTable table
          && outSpecs[i] instanceof DataTableSpec configured
          && !configured.equalStructure(table.getDataTableSpec())) {
        return Optional.of("DataSpec generated by configure does not match spec after execution.");
      }
    }
    return Optional.empty();
  }

  /** Takes over what a saved node had executed. */
  void restore(PortObjectSpec[] specs, PortObject[] objects) {
    outSpecs = specs;
    outObjects = objects;
    state = NodeState.EXECUTED;
  }

  /** Takes over the settings of the view of a saved node. */
  void restoreView(NodeSettings saved) {
    viewChanges.add(saved::copyTo);
  }

  /** Ends the life of the node. */
  public void dispose() {
    node.dispose();
  }

  /** Forgets the outputs. */
  public void reset() {
    node.reset();
    outObjects = null;
    state = state == NodeState.EXECUTED ? NodeState.CONFIGURED : state;
  }

  /**
   * Opens the view.
   *
   * @throws IllegalStateException if the node has none or is not executed
   * @throws InvalidSettingsException if the settings of the view make no sense
   */
  public OpenView view() throws InvalidSettingsException {
    if (state != NodeState.EXECUTED) {
      throw new IllegalStateException("KNIME opens the view of executed nodes only.");
    }
    NodeSettings settings = viewSettings();
    node.validateViewSettings(settings);
    return new OpenView(factory.createNodeView(node.model()), settings);
  }

  /**
   * Opens the dialog with the current settings.
   *
   * @return the widgets of the model's settings from top to bottom
   * @throws RuntimeException where KNIME's dialog would show an error
   * @throws InvalidSettingsException if the node cannot read the settings
   */
  public List<DialogWidget> dialog() throws InvalidSettingsException {
    return dialog(StandinNodes.modelParameters(factory), settings());
  }

  private List<DialogWidget> dialog(
      Optional<Class<? extends NodeParameters>> type, NodeSettings settings)
      throws InvalidSettingsException {
    if (type.isEmpty()) {
      return List.of();
    }
    PortObjectSpec[] specs = inSpecs == null ? new PortObjectSpec[node.inputs().length] : inSpecs;
    NodeParametersInput input = StandinDialog.input(specs);
    NodeParameters values = NodeParametersUtil.loadSettings(settings, type.get());
    return StandinDialog.open(type.get(), values, input).stream().map(DialogWidget::of).toList();
  }

  /**
   * Saves the node as KNIME does, but for tables, which the result keeps.
   *
   * @throws IOException if a file cannot be written or an output not be saved
   */
  public SavedNode save(Path folder) throws IOException {
    return NodeStore.save(this, folder);
  }

  /**
   * Loads a saved node.
   *
   * @throws IOException if a file cannot be read
   * @throws InvalidSettingsException if its settings cannot be read or make no sense
   */
  public static NodeRun load(Class<? extends DefaultNodeFactory> type, SavedNode saved)
      throws IOException, InvalidSettingsException {
    return NodeStore.load(Factories.create(type), saved);
  }
}
