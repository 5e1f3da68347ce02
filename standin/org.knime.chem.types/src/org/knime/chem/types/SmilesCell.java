package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as SMILES. */
public class SmilesCell extends DataCell implements SmilesValue, StringValue {
  public static final DataType TYPE = DataType.getType(SmilesCell.class);

  private final String text;

  SmilesCell(String text) {
    if (text == null) {
      throw new NullPointerException("There is no SMILES");
    }
    this.text = text;
  }

  @Override
  public String getSmilesValue() {
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
    return text.equals(((SmilesCell) dc).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
