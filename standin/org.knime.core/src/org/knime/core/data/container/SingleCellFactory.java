package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;

/** Makes the cells of one new column. */
public abstract class SingleCellFactory extends AbstractCellFactory {
  public SingleCellFactory(DataColumnSpec newColSpec) {
    super(newColSpec);
  }

  @Override
  public DataCell[] getCells(DataRow row, long rowIndex) {
    return new DataCell[] {getCell(row, rowIndex)};
  }

  public DataCell getCell(DataRow row) {
    throw new UnsupportedOperationException(
        "No implementation for either of the SingleCellFactory#getCell methods provided.");
  }

  public DataCell getCell(DataRow row, long rowIndex) {
    return getCell(row);
  }
}
