package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {
  public static final DataType TYPE = DataType.getType(StringCell.class);

  private final String string;

  public StringCell(String str) {
    if (str == null) {
      throw new NullPointerException("String value can't be null.");
    }
    string = str;
  }

  @Override
  public String getStringValue() {
    return string;
  }

  @Override
  public String toString() {
    return string;
  }

  @Override
  protected boolean equalsDataCell(DataCell dc) {
    return string.equals(((StringCell) dc).string);
  }

  @Override
  public int hashCode() {
    return string.hashCode();
  }
}
