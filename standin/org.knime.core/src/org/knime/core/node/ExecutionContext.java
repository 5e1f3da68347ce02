package org.knime.core.node;

import java.io.IOException;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.StandinRearranger;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.StandinFileStores;

/** What a node makes its tables and files with. */
public class ExecutionContext extends ExecutionMonitor {
  private final StandinFileStores fileStores;

  ExecutionContext(NodeProgressMonitor progress, StandinFileStores fileStores) {
    super(progress);
    this.fileStores = fileStores;
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec) {
    return createDataContainer(spec, true);
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
    return new BufferedDataContainer(spec, initDomain);
  }

  public BufferedDataTable createBufferedDataTable(DataTable table, ExecutionMonitor subProgressMon)
      throws CanceledExecutionException {
    if (table instanceof BufferedDataTable buffered) {
      return buffered;
    }
    BufferedDataContainer container = createDataContainer(table.getDataTableSpec());
    try {
      for (DataRow row : table) {
        subProgressMon.checkCanceled();
        container.addRowToTable(row);
      }
    } finally {
      container.close();
    }
    return container.getTable();
  }

  public BufferedDataTable createColumnRearrangeTable(
      BufferedDataTable in, ColumnRearranger rearranger, ExecutionMonitor subProgressMon)
      throws CanceledExecutionException {
    StandinRearranger rows = new StandinRearranger(rearranger, in.getDataTableSpec());
    BufferedDataContainer container = createDataContainer(rearranger.createSpec());
    try {
      long index = 0;
      for (DataRow row : in) {
        subProgressMon.checkCanceled();
        container.addRowToTable(rows.rearrange(row, index++));
        rows.tellProgress(index, in.size(), row.getKey(), subProgressMon);
      }
    } finally {
      rows.finish();
      container.close();
    }
    return container.getTable();
  }

  public BufferedDataTable createJoinedTable(
      BufferedDataTable left, BufferedDataTable right, ExecutionMonitor exec)
      throws CanceledExecutionException {
    return StandinJoin.of(left, right, createDataContainer(StandinJoin.spec(left, right)), exec);
  }

  public ExecutionContext createSubExecutionContext(double maxProg) {
    return new ExecutionContext(share(maxProg, false), fileStores);
  }

  public ExecutionContext createSilentSubExecutionContext(double maxProg) {
    return new ExecutionContext(share(maxProg, true), fileStores);
  }

  public FileStore createFileStore(String relativePath) throws IOException {
    return fileStores.create(relativePath);
  }
}
