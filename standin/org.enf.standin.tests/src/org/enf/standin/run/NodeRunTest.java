package org.enf.standin.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.enf.standin.Configured;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.TableBuilder;
import org.enf.standin.ports.Weights;
import org.enf.standin.ports.WeightsSpec;
import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** A node is set up, configured and executed as in KNIME. */
public class NodeRunTest {
  private final NodeRun source = NodeRun.of(SourceFactory.class);
  private final NodeRun learner = NodeRun.of(LearnerFactory.class);

  private static BufferedDataTable table() {
    return new TableBuilder()
        .column("name", StringCell.TYPE)
        .column("x", DoubleCell.TYPE)
        .row(new StringCell("a"), new DoubleCell(1))
        .row(new StringCell("b"), new DoubleCell(3))
        .build();
  }

  private static double first(BufferedDataTable table) {
    return ((DoubleValue) table.iterator().next().getCell(0)).getDoubleValue();
  }

  @Test
  public void settingsAreWrittenAsKnimeWritesThem() throws Exception {
    NodeSettings settings = source.settings();
    assertEquals(
        List.of(
            "count",
            "first_value",
            "shape",
            "width",
            "limit",
            "limit_is_present",
            "column",
            "reversed",
            "seed_Internals",
            "tags"),
        List.copyOf(settings.keySet()));
    assertEquals("LINE", settings.getString("shape"));
    assertEquals(0, settings.getDouble("limit"), 0);
    assertFalse(settings.getBoolean("limit_is_present"));
    assertEquals("y", settings.getNodeSettings("column").getString("name"));
    assertEquals(7, settings.getLong("seed_Internals"));
    assertArrayEquals(new String[] {"a", "b"}, settings.getStringArray("tags"));
  }

  @Test
  public void settingsReachTheNode() throws Exception {
    source
        .set("count", 2)
        .set("first_value", 5)
        .set("shape", SourceParameters.Shape.PARABOLA)
        .set("column/name", "z")
        .set("limit", 27)
        .set("limit_is_present", true);
    Configured configured = source.configure();
    assertEquals("z", configured.spec(0, DataTableSpec.class).getColumnSpec(0).getName());
    BufferedDataTable made = source.execute().table(0);
    assertEquals(2, made.size());
    assertEquals(25, first(made), 0);
  }

  @Test
  public void aSettingThatThereIsNotCannotBeSet() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> source.set("column/nam", "z"));
    assertTrue(e.getMessage(), e.getMessage().contains("column/name"));
    assertThrows(IllegalArgumentException.class, () -> source.set("count", 1.5));
    assertThrows(IllegalArgumentException.class, () -> source.set("column", "z"));
  }

  @Test
  public void validateIsCalledOnceSettingsAreLoaded() {
    source.set("count", 0);
    InvalidSettingsException e =
        assertThrows(InvalidSettingsException.class, () -> source.configure());
    assertEquals("The count is 0; it has to be positive.", e.getMessage());
    assertEquals(NodeState.IDLE, source.state());
  }

  @Test
  public void settingsThatCannotBeReadAreRefused() {
    source.set("shape", "CIRCLE");
    InvalidSettingsException e =
        assertThrows(InvalidSettingsException.class, () -> source.configure());
    assertEquals("Invalid value 'CIRCLE'. Possible values: LINE, PARABOLA", e.getMessage());
    NodeRun other = NodeRun.of(SourceFactory.class).change(settings -> settings.addInt("width", 1));
    assertThrows(InvalidSettingsException.class, () -> other.configure());
  }

  @Test
  public void aMissingKeyIsRefusedButForTheFlagOfAnOptionalValue() throws Exception {
    NodeSettings settings = source.settings();
    assertThrows(InvalidSettingsException.class, () -> source.load(without(settings, "width")));
    source.load(without(settings, "limit_is_present"));
    assertEquals(0, first(source.execute().table(0)), 0);
  }

  private static NodeSettings without(NodeSettings settings, String key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    settings.saveToXML(out);
    String xml = out.toString(StandardCharsets.UTF_8);
    String less = xml.replaceFirst("\\s*<entry key=\"" + key + "\"[^>]*/>", "");
    return (NodeSettings)
        NodeSettings.loadFromXML(new ByteArrayInputStream(less.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  public void warningsOfTheConfigurationAreKept() throws Exception {
    assertEquals(Optional.of("That is a lot."), source.set("count", 101).configure().warning());
    assertEquals(Optional.empty(), source.execute().warning());
  }

  @Test
  public void aFreshNodePicksItsColumnByItself() throws Exception {
    Executed executed = learner.execute(table());
    assertArrayEquals(new double[] {2}, executed.object(0, Weights.class).values(), 0);
    assertEquals("x", learner.settings().getString("column"));
    assertEquals(NodeState.EXECUTED, learner.state());
  }

  @Test
  public void aChangeBeforeTheFirstConfigurationStartsFromDefaultsForTheInput() throws Exception {
    learner.set("epochs", 2);
    learner.configure(table().getSpec());
    assertEquals("x", learner.settings().getString("column"));
    assertEquals(2, learner.settings().getInt("epochs"));
  }

  @Test
  public void whatTheNodeRefusesLeavesItIdle() {
    learner.set("column", "none");
    InvalidSettingsException e =
        assertThrows(InvalidSettingsException.class, () -> learner.configure(table().getSpec()));
    assertEquals("There is no column \"none\".", e.getMessage());
    assertEquals(NodeState.IDLE, learner.state());
  }

  @Test
  public void progressIsWrittenDown() throws Exception {
    Executed executed = learner.execute(table());
    assertEquals(List.of("Epoch 1", "Epoch 2", "Epoch 3", "Epoch 4"), executed.messages());
    Executed.Progress last = executed.progress().get(executed.progress().size() - 1);
    assertEquals(1, last.fraction(), 0);
  }

  @Test
  public void aNodeThatIsCalledOffGoesBackToConfigured() throws Exception {
    learner.cancelAfter(2);
    assertThrows(CanceledExecutionException.class, () -> learner.execute(table()));
    assertEquals(NodeState.CONFIGURED, learner.state());
    assertEquals(NodeState.EXECUTED, stateAfter(learner));
  }

  private static NodeState stateAfter(NodeRun node) throws Exception {
    node.execute(table());
    return node.state();
  }

  @Test
  public void anotherThreadCallsANodeOff() {
    learner.set("epochs", Integer.MAX_VALUE);
    CompletableFuture<Void> cancel =
        CompletableFuture.runAsync(
            () -> {
              while (!learner.cancel()) {
                Thread.onSpinWait();
              }
            });
    assertThrows(CanceledExecutionException.class, () -> learner.execute(table()));
    assertTrue(cancel.isDone() || join(cancel));
  }

  private static boolean join(CompletableFuture<Void> future) {
    try {
      future.get();
      return true;
    } catch (InterruptedException | ExecutionException e) {
      return false;
    }
  }

  @Test
  public void aFailureHasTheMessageForTheUser() {
    BufferedDataTable empty = new TableBuilder().column("x", DoubleCell.TYPE).build();
    NodeFailure failure = assertThrows(NodeFailure.class, () -> learner.execute(empty));
    assertEquals("There is nothing to learn from.", failure.getMessage());
    assertEquals(NodeState.CONFIGURED, learner.state());
  }

  @Test
  public void anInputWithoutSpecIsNoReasonToConfigure() {
    assertThrows(IllegalArgumentException.class, () -> learner.configure((DataTableSpec) null));
    assertThrows(IllegalArgumentException.class, () -> learner.configure());
  }

  @Test
  public void anOptionalPortIsThereWhereItIsAdded() throws Exception {
    Weights model = new Weights(4);
    NodeRun without = NodeRun.of(ApplierFactory.class);
    assertEquals(1, without.execute(model).table(0).size());
    NodeRun with = NodeRun.of(ApplierFactory.class, "Rows");
    assertEquals(2, with.execute(model, table()).table(0).size());
    assertEquals(1, with.configure(new WeightsSpec(1), table().getSpec()).specs().size());
  }
}
