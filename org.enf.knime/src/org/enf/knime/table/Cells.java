package org.enf.knime.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;

/** Makes cells of values that may be missing. */
public final class Cells {
  private Cells() {}

  /** A number, or a missing cell for NaN. */
  public static DataCell number(double value) {
    return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
  }

  /** A number, or a missing cell. */
  public static DataCell number(OptionalDouble value) {
    return number(value.orElse(Double.NaN));
  }

  /** A whole number, or a missing cell. */
  public static DataCell whole(Optional<Long> value) {
    return value.<DataCell>map(LongCell::new).orElseGet(DataType::getMissingCell);
  }

  /** A truth, or a missing cell. */
  public static DataCell truth(Optional<Boolean> value) {
    return value.<DataCell>map(BooleanCellFactory::create).orElseGet(DataType::getMissingCell);
  }
}
