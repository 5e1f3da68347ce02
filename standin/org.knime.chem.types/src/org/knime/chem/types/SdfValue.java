package org.knime.chem.types;

import org.knime.core.data.DataValue;

/** A molecule as an SDF record, which ends in a line of four dollar signs. */
public interface SdfValue extends DataValue {
  String getSdfValue();
}
