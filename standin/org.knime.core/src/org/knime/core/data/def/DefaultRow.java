package org.knime.core.data.def;

import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row in memory. */
public class DefaultRow implements DataRow {
  private final RowKey key;
  private final List<DataCell> cells;

  public DefaultRow(RowKey rowKey, DataCell... row) {
    if (rowKey == null) {
      throw new NullPointerException("Row ID must not be null!");
    }
    key = rowKey;
    cells = List.of(row);
  }

  public DefaultRow(String rowId, DataCell... row) {
    this(new RowKey(rowId), row);
  }

  public DefaultRow(RowKey rowKey, List<DataCell> row) {
    this(rowKey, row.toArray(DataCell[]::new));
  }

  @Override
  public final int getNumCells() {
    return cells.size();
  }

  @Override
  public final RowKey getKey() {
    return key;
  }

  @Override
  public final DataCell getCell(int index) {
    return cells.get(index);
  }

  @Override
  public Iterator<DataCell> iterator() {
    return cells.iterator();
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof DataRow other
        && key.equals(other.getKey())
        && cells.equals(other.stream().toList());
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key + ": " + cells;
  }
}
