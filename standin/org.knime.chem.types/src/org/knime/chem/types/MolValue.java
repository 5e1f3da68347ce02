package org.knime.chem.types;

import org.knime.core.data.DataValue;

/** A molecule as a mol block. */
public interface MolValue extends DataValue {
  String getMolValue();
}
