package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as CML. */
public class CMLCell extends DataCell implements CMLValue, StringValue {
  public static final DataType TYPE = DataType.getType(CMLCell.class);

  private final String text;

  CMLCell(String text) {
    if (text == null) {
      throw new NullPointerException("There is no CML document");
    }
    this.text = text;
  }

  @Override
  public String getCMLValue() {
    return text;
  }

  @Override
  public String getStringValue() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  protected boolean equalsDataCell(DataCell dc) {
    return text.equals(((CMLCell) dc).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
