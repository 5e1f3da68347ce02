package org.enf.knime.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;

/** Makes columns. */
public final class Columns {
  private Columns() {}

  /** A column. */
  public static DataColumnSpec of(String name, DataType type) {
    return new DataColumnSpecCreator(name, type).createSpec();
  }

  /** A column to stand beside those of a table, by a name of its own. */
  public static DataColumnSpec beside(DataTableSpec table, String name, DataType type) {
    return of(DataTableSpec.getUniqueColumnName(table, name), type);
  }

  /** The columns of a table with others behind them. */
  public static DataTableSpec append(DataTableSpec table, DataColumnSpec... others) {
    return new DataTableSpecCreator(table).addColumns(others).createSpec();
  }
}
