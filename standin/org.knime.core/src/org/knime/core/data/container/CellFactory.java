package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Makes the cells of new columns. */
public interface CellFactory {
  default DataCell[] getCells(DataRow row) {
    throw new UnsupportedOperationException(
        "No implementation for either of the CellFactory#getCells method provided.");
  }

  default DataCell[] getCells(DataRow row, long rowIndex) {
    return getCells(row);
  }

  DataColumnSpec[] getColumnSpecs();

  /** With ints, of old. */
  @Deprecated
  void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

  default void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
    setProgress((int) curRowNr, Math.toIntExact(rowCount), lastKey, exec);
  }
}
