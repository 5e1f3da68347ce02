package org.enf.knime.likelihood;

import java.util.List;
import java.util.Optional;
import org.enf.core.model.LikelihoodEvaluator;
import org.enf.core.model.LikelihoodEvaluator.Likelihood;
import org.enf.core.model.LikelihoodEvaluator.NoValue;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.StopSignal;
import org.enf.knime.execution.LeftOut;
import org.enf.knime.molecule.MoleculeRow;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The columns with likelihoods, beside the columns that a table has. */
final class LikelihoodTable {
  private static final String LOG_P = "log p(x, h, M) (nats)";
  private static final String PER_ATOM = "log p per atom (nats)";
  private static final String NO_MOLECULE = "there is no molecule to evaluate";
  private static final String OUTSIDE = "a molecule outside the model";
  private static final String UNSOLVED =
      "an equation that was not solved, where another \"Solver\" or a larger \"Tolerance\" may help";

  private final DataTableSpec spec;
  private final LikelihoodEvaluator evaluator;
  private final StopSignal stop;
  private final LeftOut leftOut;
  private final LikelihoodPage page = new LikelihoodPage();
  private BufferedDataContainer container;

  LikelihoodTable(
      DataTableSpec table, LikelihoodEvaluator evaluator, StopSignal stop, LeftOut leftOut) {
    this.evaluator = evaluator;
    this.stop = stop;
    this.leftOut = leftOut;
    spec = new DataTableSpec(columns(table));
  }

  private static DataColumnSpec[] columns(DataTableSpec table) {
    return new DataColumnSpec[] {
      Columns.beside(table, LOG_P, DoubleCell.TYPE),
      Columns.beside(table, PER_ATOM, DoubleCell.TYPE)
    };
  }

  /** The columns of a table with these behind them. */
  static DataTableSpec spec(DataTableSpec table) {
    return Columns.append(table, columns(table));
  }

  void begin(ExecutionContext exec) {
    container = exec.createDataContainer(spec);
  }

  /** Evaluates rows together and adds their values in the same order. */
  void add(List<MoleculeRow> rows) {
    List<Molecule> molecules =
        rows.stream().map(MoleculeRow::molecule).flatMap(Optional::stream).toList();
    List<Likelihood> found = evaluator.evaluate(molecules, stop);
    int next = 0;
    for (MoleculeRow row : rows) {
      DataCell[] cells = row.molecule().isPresent() ? cells(row.key(), found.get(next++)) : none();
      container.addRowToTable(new DefaultRow(row.key(), cells));
    }
  }

  private static DataCell[] none() {
    MissingCell missing = new MissingCell(NO_MOLECULE);
    return new DataCell[] {missing, missing};
  }

  private DataCell[] cells(String key, Likelihood likelihood) {
    if (likelihood instanceof Value value) {
      double logP = value.logLikelihood();
      page.add(value);
      return new DataCell[] {new DoubleCell(logP), new DoubleCell(logP / value.molecule().size())};
    }
    NoValue none = (NoValue) likelihood;
    leftOut.add(none.unsolved() ? UNSOLVED : OUTSIDE, key, none.reason());
    MissingCell missing = new MissingCell(none.reason());
    return new DataCell[] {missing, missing};
  }

  /** What the page of the node shows. */
  LikelihoodPage page() {
    return page;
  }

  BufferedDataTable close() {
    container.close();
    return container.getTable();
  }
}
