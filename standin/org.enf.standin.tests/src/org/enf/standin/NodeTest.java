package org.enf.standin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.enf.standin.ports.Note;
import org.enf.standin.ports.Weights;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.StandinNode;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** A node from its creation to its end. */
public class NodeTest {
  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final ExecutionContext exec = Contexts.create();
  private StandinNode node;

  @Before
  public void createNode() throws InvalidSettingsException {
    node = StandinNode.create(new ScalingFactory());
  }

  private BufferedDataTable numbers(double... values) {
    BufferedDataContainer container = exec.createDataContainer(ScalingModel.OUTPUT);
    for (int i = 0; i < values.length; i++) {
      container.addRowToTable(new DefaultRow("Row" + i, values[i]));
    }
    container.close();
    return container.getTable();
  }

  private static double first(PortObject table) {
    return ((DoubleValue) ((BufferedDataTable) table).iterator().next().getCell(0))
        .getDoubleValue();
  }

  private static NodeSettings factor(double factor) {
    NodeSettings settings = new NodeSettings("model");
    settings.addDouble("factor", factor);
    return settings;
  }

  private static NodeSettings withWeights() {
    NodeSettings settings = new NodeSettings("settings.xml");
    Weights.TYPE.save(
        settings
            .addNodeSettings("node_creation_config")
            .addNodeSettings("Weights")
            .addNodeSettings("port_0"));
    return settings;
  }

  @Test
  public void theFactoryTellsAboutTheNode() {
    assertEquals("Scale", node.factory().getNodeName());
    assertEquals(NodeType.Manipulator, node.factory().getType());
    assertEquals("Numbers", node.factory().getInportName(0));
    assertEquals("No name available", node.factory().getInportName(1));
    assertEquals("No description available", node.factory().getInportDescription(0));
    assertTrue(node.factory().getIcon().getPath().endsWith("org/enf/standin/ports/Weights.class"));
  }

  @Test
  public void optionalPortsComeFromTheCreationSettings() throws InvalidSettingsException {
    assertArrayEquals(new PortType[] {BufferedDataTable.TYPE}, node.inputs());
    NodeSettings settings = withWeights();
    StandinNode weighted = StandinNode.create(new ScalingFactory(), settings);
    assertArrayEquals(new PortType[] {Weights.TYPE, BufferedDataTable.TYPE}, weighted.inputs());
    NodeSettings saved = new NodeSettings("settings.xml");
    weighted.saveCreation(saved);
    assertEquals(
        settings.getNodeSettings("node_creation_config").getNodeSettings("Weights"),
        saved.getNodeSettings("node_creation_config").getNodeSettings("Weights"));
    assertTrue(saved.getNodeSettings("node_creation_config").containsKey("Scaled"));
  }

  @Test
  public void settingsAreCheckedThenLoaded() throws InvalidSettingsException {
    node.loadSettings(factor(3));
    assertThrows(InvalidSettingsException.class, () -> node.loadSettings(factor(-1)));
    NodeSettings saved = new NodeSettings("model");
    node.saveSettings(saved);
    assertEquals(factor(3), saved);
  }

  @Test
  public void configureGivesSpecsAndWarnings() throws InvalidSettingsException {
    PortObjectSpec[] specs = node.configure(ScalingModel.OUTPUT);
    assertArrayEquals(new PortObjectSpec[] {ScalingModel.OUTPUT}, specs);
    assertEquals(
        Optional.of("The numbers stay as they are"), node.warning().map(Message::getSummary));
    node.loadSettings(factor(2));
    node.configure(ScalingModel.OUTPUT);
    assertEquals(Optional.empty(), node.warning());
  }

  @Test
  public void configureRefusesOtherSpecs() {
    assertThrows(InvalidSettingsException.class, () -> node.configure(new DataTableSpec()));
    assertThrows(InvalidSettingsException.class, () -> node.configure((PortObjectSpec) null));
    assertThrows(InvalidSettingsException.class, () -> node.configure(new Weights(1).getSpec()));
  }

  @Test
  public void executeGivesTheOutputs() throws Exception {
    node.loadSettings(factor(3));
    assertEquals(6, first(node.execute(exec, numbers(2))[0]), 0);
    StandinNode weighted = StandinNode.create(new ScalingFactory(), withWeights());
    assertEquals(10, first(weighted.execute(exec, new Weights(5), numbers(2))[0]), 0);
  }

  @Test
  public void executeRefusesAnotherInput() {
    assertThrows(IllegalStateException.class, () -> node.execute(exec, new Note("?")));
    assertThrows(IllegalStateException.class, () -> node.execute(exec, (PortObject) null));
  }

  @Test
  public void anOutputMayNotBeLeftOut() throws InvalidSettingsException {
    node.loadSettings(factor(0));
    IllegalStateException missing =
        assertThrows(IllegalStateException.class, () -> node.execute(exec, numbers(2)));
    assertTrue(missing.getMessage(), missing.getMessage().contains("data at output 0 is null"));
  }

  @Test
  public void anEmptyTableIsWarnedOf() throws Exception {
    node.execute(exec, numbers());
    assertEquals(
        Optional.of("Node created an empty data table."), node.warning().map(Message::getSummary));
  }

  @Test
  public void aCancelledNodeHasNoOutputs() {
    exec.getProgressMonitor().setExecuteCanceled();
    assertThrows(CanceledExecutionException.class, () -> node.execute(exec, numbers()));
  }

  @Test
  public void internalsSurviveAndResetForgetsThem() throws Exception {
    node.execute(exec, numbers(2));
    node.saveInternals(folder.getRoot().toPath());
    node.reset();
    assertEquals("none", ((ScalingModel) node.model()).internals());
    node.loadInternals(folder.getRoot().toPath());
    assertEquals("executed", ((ScalingModel) node.model()).internals());
  }
}
