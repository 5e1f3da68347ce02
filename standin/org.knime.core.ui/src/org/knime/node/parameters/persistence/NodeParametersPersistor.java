package org.knime.node.parameters.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ParametersLoader;

/**
 * Writes a parameter and reads it again.
 *
 * @param <T> its type
 */
public interface NodeParametersPersistor<T> extends ParametersSaver<T>, ParametersLoader<T> {
  /**
   * Reads it.
   *
   * @throws InvalidSettingsException if the settings hold no such parameter
   */
  @Override
  T load(NodeSettingsRO settings) throws InvalidSettingsException;

  /** Writes it. */
  @Override
  void save(T param, NodeSettingsWO settings);

  /** The paths of all keys that it writes, for flow variables. */
  String[][] getConfigPaths();
}
