package org.knime.core.data.container;

import java.util.Arrays;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** The base of factories of cells; here they never run in parallel. */
public abstract class AbstractCellFactory implements CellFactory {
  private final DataColumnSpec[] columns;

  public AbstractCellFactory(DataColumnSpec... colSpecs) {
    if (colSpecs == null || Arrays.asList(colSpecs).contains(null)) {
      throw new NullPointerException("Argument must not be null or contain null elements");
    }
    columns = colSpecs.clone();
  }

  @Override
  public DataColumnSpec[] getColumnSpecs() {
    return columns.clone();
  }

  public void afterProcessing() {}

  /** With ints, of old. */
  @Deprecated
  @Override
  @SuppressWarnings("deprecation")
  public void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec) {
    setProgress((long) curRowNr, rowCount, lastKey, exec);
  }

  @Override
  public void setProgress(long curRowNr, long rowCount, RowKey lastKey, ExecutionMonitor exec) {
    exec.setProgress(
        curRowNr / (double) rowCount,
        () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
  }
}
