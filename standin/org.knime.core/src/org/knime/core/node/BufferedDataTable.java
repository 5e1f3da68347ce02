package org.knime.core.node;

import javax.swing.JComponent;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table at a port, here in memory. */
public final class BufferedDataTable implements DataTable, PortObject {
  public static final PortType TYPE =
      PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);
  public static final PortType TYPE_OPTIONAL =
      PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

  private final DataTable table;
  private final long size;

  BufferedDataTable(DataTable table, long size) {
    this.table = table;
    this.size = size;
  }

  @Override
  public DataTableSpec getDataTableSpec() {
    return table.getDataTableSpec();
  }

  @Override
  public DataTableSpec getSpec() {
    return getDataTableSpec();
  }

  @Override
  public String getSummary() {
    return "Rows: " + size + ", Cols: " + getSpec().getNumColumns();
  }

  @Override
  public CloseableRowIterator iterator() {
    return CloseableRowIterator.from(table.iterator());
  }

  public long size() {
    return size;
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[0];
  }
}
