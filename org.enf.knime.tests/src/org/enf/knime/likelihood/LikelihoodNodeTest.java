package org.enf.knime.likelihood;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.molecule.Molecule;
import org.enf.knime.Models;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.solver.TraceChoice;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** The node E-NF Likelihood. */
public final class LikelihoodNodeTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final EnfModelPortObject MODEL = Models.builtIn();
  private static final String LOG_P = "log p(x, h, M) (nats)";
  private static final String PER_ATOM = "log p per atom (nats)";

  private static NodeRun node() {
    return NodeRun.of(LikelihoodFactory.class)
        .set("solver", "MIDPOINT")
        .set("steps", 10)
        .set("moleculeColumn", MoleculeTables.COLUMN);
  }

  /** Turned by a quarter and moved. */
  private static Molecule moved(Molecule molecule) {
    double[] x = molecule.positions();
    double[] turned = new double[x.length];
    for (int i = 0; i < x.length; i += 3) {
      turned[i] = 5 - x[i + 1];
      turned[i + 1] = x[i];
      turned[i + 2] = x[i + 2] - 2;
    }
    return new Molecule("moved", molecule.elements(), turned);
  }

  @Test
  public void valuesStandBesideTheColumnsOfTheTable() throws Exception {
    BufferedDataTable table = MoleculeTables.of(Models.drawn(7));
    BufferedDataTable result = node().set("batchSize", 3).execute(MODEL, table).table(0);
    assertEquals(
        List.of("Name", "Molecule", LOG_P, PER_ATOM),
        List.of(result.getDataTableSpec().getColumnNames()));
    assertEquals(7, result.size());
    double[] logP = Rows.numbers(result, LOG_P);
    double[] perAtom = Rows.numbers(result, PER_ATOM);
    assertEquals(7, logP.length);
    for (int row = 0; row < 7; row++) {
      assertEquals(logP[row] / 12, perAtom[row], 1e-9);
    }
  }

  @Test
  public void exactValueIsInvariantUnderMotion() throws Exception {
    Molecule molecule = Models.drawn(1).get(0);
    assertEquals(exact(molecule), exact(moved(molecule)), 0.02);
  }

  private static double exact(Molecule molecule) throws Exception {
    BufferedDataTable table = MoleculeTables.of(List.of(molecule));
    return Rows.numbers(
        node().set("trace", TraceChoice.EXACT).execute(MODEL, table).table(0), LOG_P)[0];
  }

  @Test
  public void unusableRowsPassThroughWithMissingValues() throws Exception {
    Executed executed = node().execute(MODEL, MoleculeTables.withTroubles(Models.drawn(3)));
    BufferedDataTable result = executed.table(0);
    assertEquals(7, result.size());
    assertTrue(Rows.cell(result, "Row0", LOG_P).isMissing());
    assertTrue(Rows.cell(result, "Row1", LOG_P).isMissing());
    assertFalse(Rows.cell(result, "Row2", LOG_P).isMissing());
    assertTrue(Rows.cell(result, "Row5", LOG_P).isMissing());
    assertTrue(Rows.cell(result, "Row6", LOG_P).isMissing());
    String warning = executed.warning().orElseThrow();
    assertTrue(warning, warning.startsWith("4 rows without a value: "));
  }

  @Test
  public void warningTellsWhatMayHelpInThisDialog() throws Exception {
    Executed executed =
        node()
            .set("solver", "DOPRI5")
            .set("tolerance", 1e-12)
            .execute(MODEL, MoleculeTables.of(Models.drawn(1)));
    DataCell cell = Rows.cell(executed.table(0), "Row0", LOG_P);
    String reason = ((MissingCell) cell).getError();
    assertTrue(reason, reason.startsWith("the ODE was left at t = "));
    String warning = executed.warning().orElseThrow();
    assertTrue(warning, warning.contains("another \"Solver\" or a larger \"Tolerance\" may help"));
    assertTrue(warning, warning.contains(reason));
  }

  @Test
  public void pagePlotsTheValues() throws Exception {
    NodeRun node = node();
    node.execute(MODEL, MoleculeTables.withTroubles(Models.drawn(3)));
    String data = node.view().initialData().orElseThrow();
    assertTrue(data, data.contains("rows without one"));
    assertTrue(data, data.contains("log p per atom") && data.contains("bars"));
  }

  @Test
  public void emptyTableStaysEmpty() throws Exception {
    assertEquals(0, node().execute(MODEL, MoleculeTables.of(0)).table(0).size());
  }

  @Test
  public void tableWithoutMoleculesIsRefusedBeforeExecution() {
    InvalidSettingsException refused =
        assertThrows(
            InvalidSettingsException.class,
            () ->
                NodeRun.of(LikelihoodFactory.class)
                    .configure(MODEL.getSpec(), MoleculeTables.withoutMolecules().getSpec()));
    assertTrue(refused.getMessage(), refused.getMessage().contains("no column of molecules"));
  }

  @Test
  public void cancelledRunEndsAtOnce() {
    NodeRun node = node().cancelAfter(5);
    assertThrows(
        CanceledExecutionException.class,
        () -> node.execute(MODEL, MoleculeTables.of(Models.drawn(40))));
    assertEquals(NodeState.CONFIGURED, node.state());
  }

  @Test
  public void columnsOfARunBeforeKeepTheirNames() throws Exception {
    BufferedDataTable once = node().execute(MODEL, MoleculeTables.of(2)).table(0);
    BufferedDataTable twice = node().execute(MODEL, once).table(0);
    assertEquals(6, twice.getDataTableSpec().getNumColumns());
  }

  @Test
  public void savedNodeShowsTheSamePageAgain() throws Exception {
    NodeRun node = node();
    node.execute(MODEL, MoleculeTables.of(Models.drawn(3)));
    NodeRun loaded = NodeRun.load(LikelihoodFactory.class, node.save(folder.newFolder().toPath()));
    assertEquals(NodeState.EXECUTED, loaded.state());
    assertEquals(node.settings(), loaded.settings());
    assertEquals(node.view().initialData(), loaded.view().initialData());
  }

  @Test
  public void tenThousandRowsAreEvaluated() throws Exception {
    BufferedDataTable result =
        node()
            .set("solver", "EULER")
            .set("steps", 1)
            .set("batchSize", 500)
            .execute(MODEL, MoleculeTables.of(10_000))
            .table(0);
    assertEquals(10_000, result.size());
    assertEquals(10_000, Rows.numbers(result, PER_ATOM).length);
  }
}
