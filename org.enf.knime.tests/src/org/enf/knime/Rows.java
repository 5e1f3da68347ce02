package org.enf.knime;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Looks into tables. */
public final class Rows {
  private Rows() {}

  /** All rows. */
  public static List<DataRow> of(BufferedDataTable table) {
    List<DataRow> rows = new ArrayList<>();
    try (CloseableRowIterator iterator = table.iterator()) {
      iterator.forEachRemaining(rows::add);
    }
    return rows;
  }

  /** The cells of a column. */
  public static List<DataCell> column(BufferedDataTable table, String name) {
    int index = table.getDataTableSpec().findColumnIndex(name);
    return of(table).stream().map(row -> row.getCell(index)).toList();
  }

  /** The numbers of a column without its missing cells. */
  public static double[] numbers(BufferedDataTable table, String name) {
    return column(table, name).stream()
        .filter(cell -> !cell.isMissing())
        .mapToDouble(cell -> ((DoubleValue) cell).getDoubleValue())
        .toArray();
  }

  /** The cell of a row. */
  public static DataCell cell(BufferedDataTable table, String row, String column) {
    int index = table.getDataTableSpec().findColumnIndex(column);
    return of(table).stream()
        .filter(one -> one.getKey().getString().equals(row))
        .findFirst()
        .orElseThrow()
        .getCell(index);
  }
}
