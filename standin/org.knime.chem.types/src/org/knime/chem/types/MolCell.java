package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as a mol block. */
public class MolCell extends DataCell implements MolValue, StringValue {
  public static final DataType TYPE = DataType.getType(MolCell.class);

  private final String text;

  MolCell(String text) {
    if (text == null) {
      throw new NullPointerException("There is no mol block");
    }
    this.text = text;
  }

  @Override
  public String getMolValue() {
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
    return text.equals(((MolCell) dc).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
