package org.knime.chem.types;

import org.knime.core.data.DataValue;

/** A molecule as CML. */
public interface CMLValue extends DataValue {
  String getCMLValue();
}
