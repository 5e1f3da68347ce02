package org.knime.core.data;

/** Cells that are a boolean. */
public interface BooleanValue extends DataValue {
  boolean getBooleanValue();
}
