package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a parameter.
 *
 * @param <T> its type
 */
@FunctionalInterface
public interface ParametersLoader<T> {
  /**
   * Reads it.
   *
   * @throws InvalidSettingsException if the settings hold no such parameter
   */
  T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
