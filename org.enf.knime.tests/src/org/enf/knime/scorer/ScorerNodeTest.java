package org.enf.knime.scorer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.SavedNode;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** The node Stability Scorer. */
public final class ScorerNodeTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static NodeRun node() {
    return NodeRun.of(ScorerFactory.class);
  }

  private static NodeRun comparing() {
    return NodeRun.of(ScorerFactory.class, "Training molecules");
  }

  private static double value(Executed executed, String row) {
    return Double.parseDouble(Rows.cell(executed.table(1), row, "Value").toString());
  }

  @Test
  public void goodMoleculesAreStable() throws Exception {
    Executed executed = node().execute(MoleculeTables.of(9));
    assertEquals(1, value(executed, "Stable atoms"), 0);
    assertEquals(1, value(executed, "Stable molecules"), 0);
    assertEquals("three kinds in nine rows", 1.0 / 3, value(executed, "Unique"), 1e-12);
    BufferedDataTable verdicts = executed.table(0);
    assertEquals("O", Rows.cell(verdicts, "Row1", "SMILES").toString());
    assertEquals("3", Rows.cell(verdicts, "Row1", "Stable atoms").toString());
    assertEquals(
        List.of("Name", "Molecule"),
        List.of(verdicts.getDataTableSpec().getColumnNames()).subList(0, 2));
  }

  @Test
  public void noveltyIsAgainstTheTrainingTable() throws Exception {
    Executed executed = comparing().execute(MoleculeTables.of(9), MoleculeTables.of(2));
    assertEquals("ammonia is new", 1.0 / 3, value(executed, "Novel"), 1e-12);
    assertTrue(value(executed, "Divergence of distances") > 0);
    assertTrue(Rows.cell(executed.table(1), "Novel", "Meaning").toString().contains("2 molecules"));
  }

  @Test
  public void unusableRowsPassThroughWithMissingVerdicts() throws Exception {
    Executed executed = node().execute(MoleculeTables.withTroubles(3));
    BufferedDataTable verdicts = executed.table(0);
    assertEquals(7, verdicts.size());
    assertTrue(Rows.cell(verdicts, "Row0", "Stable").isMissing());
    assertTrue(Rows.cell(verdicts, "Row6", "Stable").isMissing());
    assertEquals("1.0", Rows.cell(executed.table(1), "Not judged for S", "Value").toString());
    String warning = executed.warning().orElseThrow();
    assertTrue(warning, warning.startsWith("3 rows not judged: "));
  }

  @Test
  public void emptyTableHasNoShares() throws Exception {
    Executed executed = node().execute(MoleculeTables.of(0));
    assertTrue(Rows.cell(executed.table(1), "Stable atoms", "Value").isMissing());
    assertEquals("0", Rows.cell(executed.table(1), "Stable atoms", "Of").toString());
  }

  @Test
  public void verdictsOnVerdictsHaveNamesOfTheirOwn() throws Exception {
    BufferedDataTable once = node().execute(MoleculeTables.of(2)).table(0);
    BufferedDataTable twice = node().execute(once).table(0);
    assertEquals(14, twice.getDataTableSpec().getNumColumns());
  }

  @Test
  public void tenThousandRowsAreJudged() throws Exception {
    Executed executed = node().execute(MoleculeTables.of(10_000));
    assertEquals("10000", Rows.cell(executed.table(1), "Stable molecules", "Of").toString());
  }

  @Test
  public void cancelledRunEndsAtOnce() {
    NodeRun node = node().cancelAfter(5);
    assertThrows(CanceledExecutionException.class, () -> node.execute(MoleculeTables.of(1000)));
    assertEquals(NodeState.CONFIGURED, node.state());
  }

  @Test
  public void tableWithoutMoleculesIsRefusedBeforeExecution() {
    assertThrows(
        InvalidSettingsException.class,
        () -> node().configure(MoleculeTables.withoutMolecules().getSpec()));
    assertThrows(
        InvalidSettingsException.class,
        () ->
            comparing()
                .configure(
                    MoleculeTables.of(1).getSpec(), MoleculeTables.withoutMolecules().getSpec()));
  }

  @Test
  public void savedNodeShowsTheSamePageAgain() throws Exception {
    NodeRun node = comparing();
    node.execute(MoleculeTables.of(5), MoleculeTables.of(2));
    String data = node.view().initialData().orElseThrow();
    assertTrue(data, data.contains("\"Training\"") && data.contains("Novel"));
    SavedNode saved = node.save(folder.newFolder().toPath());
    assertEquals(data, NodeRun.load(ScorerFactory.class, saved).view().initialData().orElseThrow());
  }
}
