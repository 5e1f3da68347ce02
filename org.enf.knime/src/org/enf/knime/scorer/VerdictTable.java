package org.enf.knime.scorer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.enf.knime.molecule.Judgement;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
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
    return new DataTableSpecCreator(table).addColumns(columns(table)).createSpec();
  }

  /** A table that was drawn by a node of this extension has columns of these names already. */
  private static DataColumnSpec[] columns(DataTableSpec table) {
    List<DataColumnSpec> columns = new ArrayList<>();
    for (DataColumnSpec column : Judgement.COLUMNS) {
      String name = DataTableSpec.getUniqueColumnName(table, column.getName());
      columns.add(new DataColumnSpecCreator(name, column.getType()).createSpec());
    }
    return columns.toArray(DataColumnSpec[]::new);
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
