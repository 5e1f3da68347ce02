package org.knime.core.node;

import org.knime.core.data.DataTableSpec;

/** What a node makes its tables and files with. */
public class ExecutionContext extends ExecutionMonitor {
  ExecutionContext(NodeProgressMonitor progress) {
    super(progress);
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec) {
    return createDataContainer(spec, true);
  }

  public BufferedDataContainer createDataContainer(DataTableSpec spec, boolean initDomain) {
    return new BufferedDataContainer(spec, initDomain);
  }

  public BufferedDataTable createJoinedTable(
      BufferedDataTable left, BufferedDataTable right, ExecutionMonitor exec)
      throws CanceledExecutionException {
    return StandinJoin.of(left, right, createDataContainer(StandinJoin.spec(left, right)), exec);
  }
}
