package org.knime.core.node;

import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DefaultRow;

/** Puts the columns of two tables with the same rows beside each other. */
final class StandinJoin {
  private StandinJoin() {}

  static DataTableSpec spec(BufferedDataTable left, BufferedDataTable right) {
    return new DataTableSpecCreator(left.getDataTableSpec())
        .addColumns(right.getDataTableSpec())
        .createSpec();
  }

  static BufferedDataTable of(
      BufferedDataTable left,
      BufferedDataTable right,
      BufferedDataContainer container,
      ExecutionMonitor exec)
      throws CanceledExecutionException {
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "the tables have " + left.size() + " and " + right.size() + " rows");
    }
    try {
      Iterator<DataRow> others = right.iterator();
      for (DataRow row : left) {
        exec.checkCanceled();
        container.addRowToTable(join(row, others.next()));
      }
    } finally {
      container.close();
    }
    return container.getTable();
  }

  private static DataRow join(DataRow left, DataRow right) {
    if (!left.getKey().equals(right.getKey())) {
      throw new IllegalArgumentException(
          "row " + left.getKey() + " meets row " + right.getKey() + " of the other table");
    }
    return new DefaultRow(
        left.getKey(), Stream.concat(cells(left), cells(right)).toArray(DataCell[]::new));
  }

  private static Stream<DataCell> cells(DataRow row) {
    return IntStream.range(0, row.getNumCells()).mapToObj(row::getCell);
  }
}
