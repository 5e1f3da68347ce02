package org.knime.chem.types;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/**
 * Makes cells of a mol block. What class they have is the factory's own affair, so they are to be
 * read through {@link MolValue}.
 */
public class MolCellFactory {
  public static final DataType TYPE = MolCell.TYPE;

  public static DataCell create(String string) {
    return new MolCell(string);
  }

  public static DataCell createAdapterCell(String string) {
    return new MolAdapterCell(create(string));
  }
}
