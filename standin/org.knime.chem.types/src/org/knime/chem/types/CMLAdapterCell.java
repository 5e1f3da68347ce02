package org.knime.chem.types;

import org.knime.core.data.AdapterCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A molecule as CML, to which other representations can be added. */
public class CMLAdapterCell extends AdapterCell implements CMLValue, StringValue {
  /** The type of a cell to which nothing was added. */
  public static final DataType RAW_TYPE = DataType.getType(CMLAdapterCell.class);

  @SuppressWarnings("unchecked")
  CMLAdapterCell(DataCell molecule) {
    super(molecule);
  }

  @Override
  public String getCMLValue() {
    return ((CMLValue) lookupFromAdapterMap(CMLValue.class)).getCMLValue();
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
    return getCMLValue().equals(((CMLAdapterCell) dc).getCMLValue());
  }

  @Override
  public int hashCode() {
    return getCMLValue().hashCode();
  }
}
