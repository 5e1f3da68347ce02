package org.knime.core.data;

/** What cells are read through; the interfaces below it make a type compatible. */
public interface DataValue {
  default DataCell materializeDataCell() {
    throw new UnsupportedOperationException(
        "This DataValue does not implement materializeDataCell.");
  }
}
