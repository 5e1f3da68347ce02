package org.knime.core.data;

/** Cells that are a double. */
public interface DoubleValue extends DataValue {
  double getDoubleValue();
}
