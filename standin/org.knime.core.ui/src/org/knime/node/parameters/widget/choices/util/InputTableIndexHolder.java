package org.knime.node.parameters.widget.choices.util;

/** Something about one of the input tables. */
public interface InputTableIndexHolder {
  /** The index of its port. */
  default int getInputTableIndex() {
    return 0;
  }
}
