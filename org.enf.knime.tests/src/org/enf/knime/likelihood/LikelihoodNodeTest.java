package org.enf.knime.likelihood;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.knime.Models;
import org.enf.knime.MoleculeTables;
import org.enf.knime.Rows;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.solver.TraceChoice;
import org.enf.standin.Executed;
import org.enf.standin.NodeRun;
import org.enf.standin.NodeState;
import org.junit.Test;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/** The node E-NF Likelihood. */
public final class LikelihoodNodeTest {
  private static final EnfModelPortObject MODEL = Models.builtIn();
  private static final String LOG_P = "log p(x, h, M) (nats)";
  private static final String PER_ATOM = "log p per atom (nats)";

  private static NodeRun node() {
    return NodeRun.of(LikelihoodFactory.class)
        .set("solver", "MIDPOINT")
        .set("steps", 10)
        .set("moleculeColumn", MoleculeTables.COLUMN);
  }

  /** Methane, of which QM9 has few, and a turned and renumbered one. */
  private static BufferedDataTable twiceTheSame() throws Exception {
    Molecule molecule = MoleculeTables.molecule(0);
    double[] x = molecule.positions();
    Element[] elements = molecule.elements();
    int n = elements.length;
    double[] turned = new double[x.length];
    Element[] renumbered = new Element[n];
    for (int i = 0; i < n; i++) {
      int from = n - 1 - i;
      renumbered[i] = elements[from];
      turned[3 * i] = 5 - x[3 * from + 1];
      turned[3 * i + 1] = x[3 * from];
      turned[3 * i + 2] = x[3 * from + 2] - 2;
    }
    return MoleculeTables.builder()
        .row(new StringCell("a"), MoleculeCells.of(molecule))
        .row(new StringCell("b"), MoleculeCells.of(new Molecule("", renumbered, turned)))
        .build();
  }

  @Test
  public void valuesStandBesideTheColumnsOfTheTable() throws Exception {
    BufferedDataTable table = MoleculeTables.of(7);
    BufferedDataTable result = node().set("batchSize", 3).execute(MODEL, table).table(0);
    assertEquals(
        List.of("Name", "Molecule", LOG_P, PER_ATOM),
        List.of(result.getDataTableSpec().getColumnNames()));
    assertEquals(7, result.size());
    double[] logP = Rows.numbers(result, LOG_P);
    double[] perAtom = Rows.numbers(result, PER_ATOM);
    assertEquals(logP[0] / 5, perAtom[0], 1e-9);
  }

  @Test
  public void exactValueIsInvariantUnderMotionAndOrder() throws Exception {
    double[] logP =
        Rows.numbers(
            node()
                .set("trace", TraceChoice.EXACT)
                .set("steps", 20)
                .execute(MODEL, twiceTheSame())
                .table(0),
            LOG_P);
    // the dequantization draws noise of its own for each molecule
    assertEquals(logP[0], logP[1], 0.2 * Math.abs(logP[0]) + 10);
  }

  @Test
  public void unusableRowsPassThroughWithMissingValues() throws Exception {
    Executed executed = node().execute(MODEL, MoleculeTables.withTroubles(3));
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
        CanceledExecutionException.class, () -> node.execute(MODEL, MoleculeTables.of(200)));
    assertEquals(NodeState.CONFIGURED, node.state());
  }

  @Test
  public void columnsOfARunBeforeKeepTheirNames() throws Exception {
    BufferedDataTable once = node().execute(MODEL, MoleculeTables.of(2)).table(0);
    BufferedDataTable twice = node().execute(MODEL, once).table(0);
    assertEquals(6, twice.getDataTableSpec().getNumColumns());
  }
}
