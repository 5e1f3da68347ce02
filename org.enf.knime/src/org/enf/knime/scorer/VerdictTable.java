package org.enf.knime.scorer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.enf.knime.molecule.Judgement;
import org.enf.knime.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The columns with verdicts, beside the columns that a table has. */
final class VerdictTable {
  private static final String NO_MOLECULE = "there is no molecule to judge";

  private final BufferedDataContainer container;

  VerdictTable(DataTableSpec table, ExecutionContext exec) {
    container = exec.createDataContainer(new DataTableSpec(columns(table)));
  }

  /** The columns of a table with these behind them. */
  static DataTableSpec spec(DataTableSpec table) {
    return Columns.append(table, columns(table));
  }

  /** A table that was drawn by a node of this extension has columns of these names already. */
  private static DataColumnSpec[] columns(DataTableSpec table) {
    return Judgement.COLUMNS.stream()
        .map(column -> Columns.beside(table, column.getName(), column.getType()))
        .toArray(DataColumnSpec[]::new);
  }

  void add(String row, Optional<Judgement.Result> result) {
    List<DataCell> cells =
        result
            .map(Judgement.Result::cells)
            .orElse(Collections.nCopies(Judgement.COLUMNS.size(), new MissingCell(NO_MOLECULE)));
    container.addRowToTable(new DefaultRow(row, cells.toArray(DataCell[]::new)));
  }

  BufferedDataTable close() {
    container.close();
    return container.getTable();
  }
}
