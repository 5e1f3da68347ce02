package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.Arrays;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks up paths of keys. */
public final class SettingsPath {
  private SettingsPath() {}

  /** Whether there is something at the end of the path. */
  public static boolean exists(NodeSettingsRO settings, String... path) {
    if (path.length == 0) {
      return true;
    } else if (!settings.containsKey(path[0])) {
      return false;
    } else if (path.length == 1) {
      return true;
    }
    try {
      NodeSettingsRO below = settings.getNodeSettings(path[0]);
      return exists(below, Arrays.copyOfRange(path, 1, path.length));
    } catch (InvalidSettingsException e) {
      return false;
    }
  }
}
