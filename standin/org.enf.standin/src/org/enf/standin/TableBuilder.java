package org.enf.standin;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.StandinNode;

/** Makes tables for tests. */
public final class TableBuilder {
  private final List<DataColumnSpec> columns = new ArrayList<>();
  private final List<DataRow> rows = new ArrayList<>();

  /** Adds a column. */
  public TableBuilder column(String name, DataType type) {
    columns.add(new DataColumnSpecCreator(name, type).createSpec());
    return this;
  }

  /** Adds a row with the next of KNIME's keys, from Row0. */
  public TableBuilder row(DataCell... cells) {
    rows.add(new DefaultRow(RowKey.createRowKey(rows.size()), cells));
    return this;
  }

  /** The columns. */
  public DataTableSpec spec() {
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  /**
   * The table.
   *
   * @throws RuntimeException if a row does not fit the columns
   */
  public BufferedDataTable build() {
    BufferedDataContainer container =
        StandinNode.context(new DefaultNodeProgressMonitor()).createDataContainer(spec());
    rows.forEach(container::addRowToTable);
    container.close();
    return container.getTable();
  }
}
