package org.knime.chem.types;

import org.knime.core.data.AdapterCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/**
 * A molecule as an SDF record, which ends in a line of four dollar signs, to which other
 * representations can be added.
 */
public class SdfAdapterCell extends AdapterCell implements SdfValue, StringValue {
  /** The type of a cell to which nothing was added. */
  public static final DataType RAW_TYPE = DataType.getType(SdfAdapterCell.class);

  @SuppressWarnings("unchecked")
  SdfAdapterCell(DataCell molecule) {
    super(molecule);
  }

  @Override
  public String getSdfValue() {
    return ((SdfValue) lookupFromAdapterMap(SdfValue.class)).getSdfValue();
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
    return getSdfValue().equals(((SdfAdapterCell) dc).getSdfValue());
  }

  @Override
  public int hashCode() {
    return getSdfValue().hashCode();
  }
}
