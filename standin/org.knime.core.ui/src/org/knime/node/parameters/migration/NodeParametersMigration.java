package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Older forms of a parameter.
 *
 * @param <T> its type
 */
public interface NodeParametersMigration<T> {
  /** How to recognise and read them, the first that matches counting. */
  List<ConfigMigration<T>> getConfigMigrations();
}
