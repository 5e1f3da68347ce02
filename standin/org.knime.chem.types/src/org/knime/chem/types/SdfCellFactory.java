package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/**
 * Makes cells of an SDF record, which ends in a line of four dollar signs. What class they have is
 * the factory's own affair, so they are to be read through {@link SdfValue}.
 */
public class SdfCellFactory {
  public static final DataType TYPE = SdfCell.TYPE;

  public static DataCell create(String string) {
    return new SdfCell(string);
  }

  public static DataCell createAdapterCell(String string) {
    return new SdfAdapterCell(create(string));
  }
}
