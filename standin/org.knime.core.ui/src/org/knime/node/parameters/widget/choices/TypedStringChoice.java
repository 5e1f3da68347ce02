package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A choice with a type, such as a column.
 *
 * @param id what is stored
 * @param text what the user sees
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {
  /**
   * A type.
   *
   * @param id the class of its preferred value
   * @param text what the user sees
   */
  public record PossibleTypeValue(String id, String text) {}

  /** A column. */
  public static TypedStringChoice fromColSpec(DataColumnSpec colSpec) {
    DataType type = colSpec.getType();
    return new TypedStringChoice(
        colSpec.getName(),
        colSpec.getName(),
        new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
  }
}
