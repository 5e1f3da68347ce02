package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;

/** Takes the rows of an output table. */
public class BufferedDataContainer extends DataContainer {
  BufferedDataContainer(DataTableSpec spec, boolean initDomain) {
    super(spec, initDomain);
  }

  @Override
  public BufferedDataTable getTable() {
    if (!isClosed()) {
      throw new NullPointerException("There is no table: the container is not closed");
    }
    return new BufferedDataTable(super.getTable(), size());
  }
}
