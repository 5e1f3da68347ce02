package org.knime.core.data.container;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.ExecutionMonitor;

/** Applies a rearranger to rows; only the stand-ins use it. */
public final class StandinRearranger {
  private final List<ColumnRearranger.Column> columns;

  /** Of a table with this spec. */
  public StandinRearranger(ColumnRearranger rearranger, DataTableSpec spec) {
    if (!rearranger.original().equalStructure(spec)) {
      throw new IllegalArgumentException(
          "The argument table's spec does not match the original table of the rearranger");
    }
    columns = rearranger.columns();
  }

  /** The new row. */
  public DataRow rearrange(DataRow row, long index) {
    Map<CellFactory, DataCell[]> made = new IdentityHashMap<>();
    DataCell[] cells = new DataCell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      ColumnRearranger.Column column = columns.get(i);
      cells[i] =
          column.factory() == null
              ? row.getCell(column.index())
              : made.computeIfAbsent(column.factory(), factory -> factory.getCells(row, index))[
                  column.index()];
    }
    return new DefaultRow(row.getKey(), cells);
  }

  /** Lets each factory tell the progress. */
  public void tellProgress(long done, long count, RowKey key, ExecutionMonitor progress) {
    for (CellFactory factory : factories()) {
      factory.setProgress(done, count, key, progress);
    }
  }

  /** Lets each factory know that no row follows. */
  public void finish() {
    for (CellFactory factory : factories()) {
      if (factory instanceof AbstractCellFactory cells) {
        cells.afterProcessing();
      }
    }
  }

  private Set<CellFactory> factories() {
    Set<CellFactory> factories = new LinkedHashSet<>();
    for (ColumnRearranger.Column column : columns) {
      if (column.factory() != null) {
        factories.add(column.factory());
      }
    }
    return factories;
  }
}
