package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a parameter.
 *
 * @param <T> its type
 */
@FunctionalInterface
public interface ParametersSaver<T> {
  /** Writes it. */
  void save(T param, NodeSettingsWO nodeSettings);
}
