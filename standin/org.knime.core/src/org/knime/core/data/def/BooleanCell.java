package org.knime.core.data.def;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** True or false. */
public final class BooleanCell extends DataCell
    implements BooleanValue, IntValue, LongValue, DoubleValue, BoundedValue, NominalValue {
  public static final BooleanCell TRUE = new BooleanCell(true);
  public static final BooleanCell FALSE = new BooleanCell(false);
  public static final DataType TYPE = DataType.getType(BooleanCell.class);

  private final boolean value;

  BooleanCell(boolean b) {
    value = b;
  }

  @Override
  public boolean getBooleanValue() {
    return value;
  }

  public int getIntValue() {
    return value ? 1 : 0;
  }

  @Override
  public long getLongValue() {
    return getIntValue();
  }

  @Override
  public double getDoubleValue() {
    return getIntValue();
  }

  @Override
  public String toString() {
    return Boolean.toString(value);
  }

  @Override
  protected boolean equalsDataCell(DataCell dc) {
    return value == ((BooleanCell) dc).value;
  }

  @Override
  public int hashCode() {
    return getIntValue();
  }

  /** Gives the two cells there are. */
  public static final class BooleanCellFactory {
    public static final DataType TYPE = BooleanCell.TYPE;

    public static DataCell create(boolean b) {
      return b ? TRUE : FALSE;
    }
  }
}
