package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.SettingsPath;

/**
 * An older form of a parameter: how to recognise it and how to read it.
 *
 * @param <T> its type
 */
public final class ConfigMigration<T> {
  private final Predicate<NodeSettingsRO> matcher;
  private final ParametersLoader<T> loader;

  private ConfigMigration(Predicate<NodeSettingsRO> matcher, ParametersLoader<T> loader) {
    this.matcher = matcher;
    this.loader = loader;
  }

  /** Reads it. */
  public ParametersLoader<T> getLoader() {
    return loader;
  }

  /** Recognises it; null where it is what lacks all keys of the newer form. */
  public Predicate<NodeSettingsRO> getMatcher() {
    return matcher;
  }

  /**
   * Starts one.
   *
   * @param <T> the type of the parameter
   */
  public static <T> Builder<T> builder(ParametersLoader<T> loader) {
    return new Builder<>(loader);
  }

  /**
   * Makes one.
   *
   * @param <T> the type of the parameter
   */
  public static final class Builder<T> {
    private final ParametersLoader<T> loader;
    private final List<String[]> deprecatedPaths = new ArrayList<>();
    private Predicate<NodeSettingsRO> matcher;

    /** With this reader. */
    public Builder(ParametersLoader<T> loader) {
      this.loader = Objects.requireNonNull(loader);
    }

    /** Names a key that the older form has; unless there is a matcher, all of them make it up. */
    public Builder<T> withDeprecatedConfigPath(String... configKeys) {
      deprecatedPaths.add(configKeys.clone());
      return this;
    }

    /** Says how to recognise it. */
    public Builder<T> withMatcher(Predicate<NodeSettingsRO> matcher) {
      this.matcher = matcher;
      return this;
    }

    /** Makes it. */
    public ConfigMigration<T> build() {
      if (matcher != null || deprecatedPaths.isEmpty()) {
        return new ConfigMigration<>(matcher, loader);
      }
      List<String[]> paths = List.copyOf(deprecatedPaths);
      return new ConfigMigration<>(
          settings -> paths.stream().allMatch(path -> SettingsPath.exists(settings, path)), loader);
    }
  }
}
