package org.knime.core.data;

/** Cells that are a String. */
public interface StringValue extends DataValue {
  String getStringValue();
}
