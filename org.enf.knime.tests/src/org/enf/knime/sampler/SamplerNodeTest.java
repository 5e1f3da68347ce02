package org.enf.knime.sampler;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enf.core.molecule.Molecule;
import org.enf.knime.Models;
import org.enf.knime.Rows;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.solver.SolverChoice;
import org.enf.standin.Executed;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.enf.standin.SavedNode;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.chem.types.SmilesValue;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** The node E-NF Sampler. */
public final class SamplerNodeTest {
  private static final EnfModelPortObject MODEL = Models.builtIn();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static NodeRun quick(int count) {
    return NodeRun.of(SamplerFactory.class)
        .set("count", count)
        .set("solver", SolverChoice.MIDPOINT)
        .set("steps", 10);
  }

  private static List<String> molecules(BufferedDataTable table) {
    return Rows.column(table, "Molecule").stream().map(DataCell::toString).toList();
  }

  private static List<Molecule> read(BufferedDataTable table) throws IOException {
    List<Molecule> molecules = new ArrayList<>();
    for (DataCell cell : Rows.column(table, "Molecule")) {
      molecules.add(MoleculeCells.read(cell, "cell"));
    }
    return molecules;
  }

  @Test
  public void moleculesInSpaceComeOutWithWhatIsKnownOfThem() throws Exception {
    BufferedDataTable table = quick(7).execute(MODEL).table(0);
    assertEquals(7, table.size());
    assertEquals(
        List.of("Molecule", "SMILES", "Atoms", "Connected", "Valid", "Stable atoms", "Stable"),
        List.of(table.getDataTableSpec().getColumnNames()));
    Molecule first =
        MoleculeCells.read(Rows.column(table, "Molecule").get(0), "the first molecule");
    assertEquals(first.size(), Rows.numbers(table, "Atoms")[0], 0);
    for (int row = 0; row < 7; row++) {
      boolean valid = ((BooleanValue) Rows.column(table, "Valid").get(row)).getBooleanValue();
      DataCell smiles = Rows.column(table, "SMILES").get(row);
      assertEquals(valid, smiles instanceof SmilesValue);
    }
  }

  @Test
  public void seedDeterminesThemWhateverTheBatch() throws Exception {
    BufferedDataTable table = quick(6).execute(MODEL).table(0);
    List<String> once = molecules(table);
    List<Molecule> inBatches = read(quick(6).set("batchSize", 4).execute(MODEL).table(0));
    for (int row = 0; row < 6; row++) {
      double[] expected = read(table).get(row).positions();
      assertArrayEquals("up to rounding", expected, inBatches.get(row).positions(), 0.01);
    }
    List<String> others = molecules(quick(6).set("seed", 5L).execute(MODEL).table(0));
    assertNotEquals(once, others);
    assertEquals(once, molecules(quick(6).execute(MODEL).table(0)));
  }

  @Test
  public void numberOfAtomsCanBeFixedOrInARange() throws Exception {
    double[] fixed =
        Rows.numbers(
            quick(4).set("sizes", Sizes.FIXED).set("atoms", 9).execute(MODEL).table(0), "Atoms");
    assertTrue(Arrays.stream(fixed).allMatch(atoms -> atoms == 9));
    double[] range =
        Rows.numbers(
            quick(20)
                .set("sizes", Sizes.RANGE)
                .set("leastAtoms", 7)
                .set("mostAtoms", 9)
                .execute(MODEL)
                .table(0),
            "Atoms");
    assertTrue(Arrays.stream(range).allMatch(atoms -> atoms >= 7 && atoms <= 9));
  }

  @Test
  public void tenThousandMoleculesAreATableLikeAnyOther() throws Exception {
    BufferedDataTable table =
        quick(10_000)
            .set("steps", 1)
            .set("sizes", Sizes.FIXED)
            .set("atoms", 5)
            .execute(MODEL)
            .table(0);
    assertEquals(10_000, table.size());
    assertEquals(10_000, molecules(table).stream().distinct().count());
  }

  @Test
  public void sizesThatTheModelDoesNotKnowAreRefusedBeforeExecution() {
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class,
            () -> quick(1).set("sizes", Sizes.FIXED).set("atoms", 500).configure(MODEL.getSpec()));
    assertTrue(refused.getMessage(), refused.getMessage().contains("3 to 29 atoms"));
  }

  @Test
  public void stableOnesAreKeptUntilThereAreEnough() throws Exception {
    Executed executed =
        quick(3)
            .set("keep", Keep.STABLE)
            .set("sizes", Sizes.RANGE)
            .set("leastAtoms", 5)
            .set("mostAtoms", 12)
            .set("steps", 15)
            .execute(MODEL);
    List<DataCell> stable = Rows.column(executed.table(0), "Stable");
    assertEquals(3, stable.size());
    assertTrue(stable.stream().allMatch(cell -> ((BooleanValue) cell).getBooleanValue()));
    assertFalse(executed.warning().isPresent());
  }

  @Test
  public void moreStepsMakeOtherMoleculesOfTheSameNoise() throws Exception {
    NodeRun usual = NodeRun.of(SamplerFactory.class).set("count", 1);
    List<String> once = molecules(usual.execute(MODEL).table(0));
    NodeRun finer =
        NodeRun.of(SamplerFactory.class).set("count", 1).set("solver", SolverChoice.FINE);
    List<String> finely = molecules(finer.execute(MODEL).table(0));
    assertEquals(1, finely.size());
    assertNotEquals(once, finely);
  }

  @Test
  public void mostDrawsEndItWithAWarning() throws Exception {
    Executed executed =
        quick(5)
            .set("keep", Keep.STABLE)
            .set("mostDraws", 1)
            .set("solver", SolverChoice.EULER)
            .set("steps", 2)
            .execute(MODEL);
    assertTrue(executed.table(0).size() < 5);
    assertTrue(executed.warning().orElseThrow().contains("after 5 draws"));
  }

  @Test
  public void logLikelihoodIsAColumnWhereItIsWished() throws Exception {
    BufferedDataTable table =
        quick(3)
            .set("logLikelihood", LogLikelihood.ESTIMATED)
            .set("sizes", Sizes.FIXED)
            .set("atoms", 9)
            .execute(MODEL)
            .table(0);
    assertEquals(3, Rows.numbers(table, "log p(x, h, M) (nats)").length);
  }

  @Test
  public void unknownModelStillConfigures() throws Exception {
    assertEquals(
        SampleTable.spec(LogLikelihood.NONE),
        quick(1).configure(MODEL.getSpec().untrained()).specs().get(0));
  }

  @Test
  public void cancelledDrawingEndsAtOnce() {
    NodeRun node = quick(100_000).cancelAfter(3);
    assertThrows(CanceledExecutionException.class, () -> node.execute(MODEL));
    assertEquals(NodeState.CONFIGURED, node.state());
  }

  @Test
  public void flowThatFailsForAllIsAClearFailure() {
    NodeFailure failure =
        assertThrows(
            NodeFailure.class,
            () ->
                quick(2).set("solver", SolverChoice.DOPRI5).set("tolerance", 1e-12).execute(MODEL));
    assertTrue(failure.getMessage(), failure.getMessage().contains("larger tolerance"));
  }

  @Test
  public void savedNodeShowsTheSamePageAgain() throws Exception {
    NodeRun node = quick(4);
    node.execute(MODEL);
    String data = node.view().initialData().orElseThrow();
    assertTrue(data, data.contains("\"sdf\"") && data.contains("Stable atoms"));
    SavedNode saved = node.save(folder.newFolder().toPath());
    NodeRun loaded = NodeRun.load(SamplerFactory.class, saved);
    assertEquals(data, loaded.view().initialData().orElseThrow());
    assertEquals(4, ((BufferedDataTable) loaded.outputs().get(0)).size());
  }
}
