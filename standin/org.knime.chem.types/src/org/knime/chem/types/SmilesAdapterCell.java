package org.knime.chem.types;

import org.knime.core.data.AdapterCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as SMILES, to which other representations can be added. */
public class SmilesAdapterCell extends AdapterCell implements SmilesValue, StringValue {
  /** The type of a cell to which nothing was added. */
  public static final DataType RAW_TYPE = DataType.getType(SmilesAdapterCell.class);

  @SuppressWarnings("unchecked")
  SmilesAdapterCell(DataCell molecule) {
    super(molecule);
  }

  @Override
  public String getSmilesValue() {
    return ((SmilesValue) lookupFromAdapterMap(SmilesValue.class)).getSmilesValue();
  }

  @Override
  public String getStringValue() {
    return ((StringValue) lookupFromAdapterMap(StringValue.class)).getStringValue();
  }

  @Override
  public String toString() {
    return getStringValue();
  }

  @Override
  protected boolean equalsDataCell(DataCell dc) {
    return getSmilesValue().equals(((SmilesAdapterCell) dc).getSmilesValue());
  }

  @Override
  public int hashCode() {
    return getSmilesValue().hashCode();
  }
}
