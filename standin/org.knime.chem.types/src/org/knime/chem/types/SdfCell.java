package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as an SDF record, which ends in a line of four dollar signs. */
public class SdfCell extends DataCell implements SdfValue, StringValue {
  public static final DataType TYPE = DataType.getType(SdfCell.class);

  private final String text;

  SdfCell(String text) {
    if (text == null) {
      throw new NullPointerException("There is no SDF record");
    }
    this.text = text;
  }

  @Override
  public String getSdfValue() {
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
    return text.equals(((SdfCell) dc).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
