package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/**
 * Makes cells of SMILES. What class they have is the factory's own affair, so they are to be read
 * through {@link SmilesValue}.
 */
public class SmilesCellFactory {
  public static final DataType TYPE = SmilesCell.TYPE;

  public static DataCell create(String string) {
    return new SmilesCell(string);
  }

  public static DataCell createAdapterCell(String string) {
    return new SmilesAdapterCell(create(string));
  }
}
