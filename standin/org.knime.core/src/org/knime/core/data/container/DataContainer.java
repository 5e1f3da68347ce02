package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.util.DuplicateKeyException;

/**
 * Takes the rows of a table, in memory. Bad rows fail at once, as in KNIME when it writes tables
 * synchronously; else it may tell later, at the latest on close, and wrap what it says.
 */
public class DataContainer implements RowAppender {
  private final DataTableSpec spec;
  private final DomainCollector domains;
  private final List<DataRow> rows = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private DataTable table;

  public DataContainer(DataTableSpec spec, boolean initDomain) {
    if (spec == null) {
      throw new IllegalArgumentException("Spec must not be null");
    }
    this.spec = spec;
    domains = new DomainCollector(spec, initDomain);
  }

  public void addRowToTable(DataRow row) {
    if (isClosed()) {
      throw new IllegalStateException(
          "Cannot add row: container has not been initialized (opened).");
    }
    if (row == null) {
      throw new NullPointerException("Can't add null rows to container");
    }
    check(row);
    String key = row.getKey().getString();
    if (!keys.add(key)) {
      throw new DuplicateKeyException("Encountered duplicate row ID \"" + key + "\"", key);
    }
    domains.add(row);
    rows.add(row);
  }

  private void check(DataRow row) {
    if (row.getNumCells() != spec.getNumColumns()) {
      throw new IllegalArgumentException(
          "Cell count in row \""
              + row.getKey()
              + "\" is not equal to length of column names array: "
              + row.getNumCells()
              + " vs. "
              + spec.getNumColumns());
    }
    for (int i = 0; i < row.getNumCells(); i++) {
      DataCell cell = row.getCell(i);
      DataType type = spec.getColumnSpec(i).getType();
      if (!type.isASuperTypeOf(cell.getType())) {
        throw new IllegalArgumentException(
            "Runtime class of the cell at index "
                + i
                + " in row \""
                + row.getKey()
                + "\" is "
                + cell.getType()
                + " and does not comply with its supposed superclass "
                + type);
      }
    }
  }

  public void close() {
    if (table == null) {
      table = new RowList(domains.createSpec(), List.copyOf(rows));
    }
  }

  public boolean isClosed() {
    return table != null;
  }

  public long size() {
    return rows.size();
  }

  public DataTable getTable() {
    if (!isClosed()) {
      throw new IllegalStateException("Cannot get table: container is not closed.");
    }
    return table;
  }

  private record RowList(DataTableSpec getDataTableSpec, List<DataRow> rows) implements DataTable {
    @Override
    public CloseableRowIterator iterator() {
      return CloseableRowIterator.from(rows.iterator());
    }
  }
}
