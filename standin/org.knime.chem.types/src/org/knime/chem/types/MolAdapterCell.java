package org.knime.chem.types;

import org.knime.core.data.AdapterCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as a mol block, to which other representations can be added. */
public class MolAdapterCell extends AdapterCell implements MolValue, StringValue {
  /** The type of a cell to which nothing was added. */
  public static final DataType RAW_TYPE = DataType.getType(MolAdapterCell.class);

  @SuppressWarnings("unchecked")
  MolAdapterCell(DataCell molecule) {
    super(molecule);
  }

  @Override
  public String getMolValue() {
    return ((MolValue) lookupFromAdapterMap(MolValue.class)).getMolValue();
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
    return getMolValue().equals(((MolAdapterCell) dc).getMolValue());
  }

  @Override
  public int hashCode() {
    return getMolValue().hashCode();
  }
}
