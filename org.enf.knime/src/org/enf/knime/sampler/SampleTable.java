package org.enf.knime.sampler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.scoring.Bootstrap;
import org.enf.core.scoring.MoleculeScorer;
import org.enf.knime.molecule.Judgement;
import org.enf.knime.molecule.MoleculeCells;
import org.enf.knime.table.Cells;
import org.enf.knime.table.Columns;
import org.enf.knime.view.MoleculesPage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of drawn molecules, and what its page shows. */
final class SampleTable {
  private static final String LOG_P = "log p(x, h, M) (nats)";

  private final LogLikelihood logLikelihood;
  private final ExecutionContext exec;
  private final BufferedDataContainer container;
  private final MoleculesPage page = new MoleculesPage("E-NF Sampler");
  private final MoleculeScorer scorer = new MoleculeScorer(Bootstrap.withSeed(0));
  private int rows;

  SampleTable(LogLikelihood logLikelihood, ExecutionContext exec) {
    this.logLikelihood = logLikelihood;
    this.exec = exec;
    container = exec.createDataContainer(spec(logLikelihood));
  }

  static DataTableSpec spec(LogLikelihood logLikelihood) {
    List<DataColumnSpec> columns = new ArrayList<>();
    columns.add(Columns.of("Molecule", MoleculeCells.TYPE));
    columns.addAll(Judgement.COLUMNS);
    if (logLikelihood != LogLikelihood.NONE) {
      columns.add(Columns.of(LOG_P, DoubleCell.TYPE));
    }
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  /**
   * Adds a molecule.
   *
   * @throws IOException if SDF cannot express it
   */
  void add(Judgement.Result result, OptionalDouble logP) throws IOException {
    RowKey key = RowKey.createRowKey(rows);
    List<DataCell> cells = new ArrayList<>();
    cells.add(MoleculeCells.of(result.molecule()));
    cells.addAll(result.cells());
    if (logLikelihood != LogLikelihood.NONE) {
      cells.add(Cells.number(logP));
    }
    container.addRowToTable(new DefaultRow(key, cells));
    page.add(key.getString(), result);
    scorer.add(result.molecule());
    rows++;
  }

  int rows() {
    return rows;
  }

  BufferedDataTable close() {
    container.close();
    return container.getTable();
  }

  BufferedDataTable page(SizeDistribution expected) {
    return page.table(scorer.score(), expected, exec);
  }
}
