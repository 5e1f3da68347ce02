package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/**
 * Makes cells of CML. What class they have is the factory's own affair, so they are to be read
 * through {@link CMLValue}.
 */
public class CMLCellFactory {
  public static final DataType TYPE = CMLCell.TYPE;

  public static DataCell create(String string) {
    return new CMLCell(string);
  }

  public static DataCell createAdapterCell(String string) {
    return new CMLAdapterCell(create(string));
  }
}
