package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;

/** Reads older forms of a value, too. */
record MigratingCodec(List<? extends ConfigMigration<?>> migrations, Codec codec) implements Codec {
  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    for (ConfigMigration<?> migration : migrations) {
      boolean matches =
          migration.getMatcher() == null
              ? newKeysAreMissing(settings)
              : migration.getMatcher().test(settings);
      if (matches) {
        return migration.getLoader().load(settings);
      }
    }
    return codec.load(settings);
  }

  private boolean newKeysAreMissing(NodeSettingsRO settings) {
    String[][] paths = codec.paths();
    if (paths == null || paths.length == 0) {
      throw new IllegalStateException(
          "A migration needs a matcher or deprecated config paths where the persistor names no"
              + " config paths.");
    }
    return Arrays.stream(paths).noneMatch(path -> SettingsPath.exists(settings, path));
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    codec.save(value, settings);
  }

  @Override
  public String[][] paths() {
    return codec.paths();
  }
}
