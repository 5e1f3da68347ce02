package org.knime.chem.types;

import org.knime.core.data.DataValue;

/** A molecule as SMILES. */
public interface SmilesValue extends DataValue {
  String getSmilesValue();
}
