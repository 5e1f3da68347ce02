package org.knime.core.data;

/** Cells that are a long. */
public interface LongValue extends DataValue {
  long getLongValue();
}
