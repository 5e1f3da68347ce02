package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A value for settings that are older than the parameter.
 *
 * @param <T> its type
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {
  /** The value. */
  T getDefault();

  @Override
  default List<ConfigMigration<T>> getConfigMigrations() {
    return List.of(ConfigMigration.builder(settings -> getDefault()).build());
  }
}
