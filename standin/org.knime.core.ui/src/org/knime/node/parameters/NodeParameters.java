package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * All parameters of a node's model or view: a class with fields that are not private and with a
 * constructor without arguments, or one that takes a {@link NodeParametersInput} besides.
 */
public interface NodeParameters extends Persistable, WidgetGroup {
  /**
   * Checks values that were read from settings.
   *
   * @throws InvalidSettingsException if they make no sense
   */
  default void validate() throws InvalidSettingsException {}
}
