package org.enf.knime.workflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/**
 * The settings.xml of a node.
 *
 * @param entries the entries by their paths: type, a colon, value; groups with nothing in them, too
 */
record SavedSettings(Map<String, String> entries) {
  private static final String EMPTY = "empty:";
  private static final String TREE = "variables/tree/";
  private static final String USED = "/used_variable";

  /** What KNIME writes and the stand-ins do not. */
  private static final List<String> BY_KNIME_ALONE =
      List.of(
          "variables/",
          "nodeAnnotation/",
          "customDescription",
          "name",
          "node-bundle-version",
          "node-feature-name",
          "node-feature-symbolic-name",
          "node-feature-vendor",
          "node-feature-version");

  static SavedSettings read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Map<String, String> entries = new TreeMap<>();
      collect((NodeSettings) NodeSettings.loadFromXML(in), "", entries);
      return new SavedSettings(entries);
    }
  }

  private static void collect(ConfigBase settings, String prefix, Map<String, String> entries) {
    for (String key : settings) {
      AbstractConfigEntry entry = settings.getEntry(key);
      if (!(entry instanceof ConfigBase group)) {
        entries.put(prefix + key, entry.getType().name() + ":" + entry.toStringValue());
      } else if (group.keySet().isEmpty()) {
        entries.put(prefix + key, EMPTY);
      } else {
        collect(group, prefix + key + "/", entries);
      }
    }
  }

  /** The entries that the node itself determines. */
  Map<String, String> own() {
    Map<String, String> own = new TreeMap<>(entries);
    own.keySet()
        .removeIf(
            path ->
                BY_KNIME_ALONE.stream()
                    .anyMatch(key -> key.endsWith("/") ? path.startsWith(key) : path.equals(key)));
    return own;
  }

  /** The paths below a group with their types. */
  Set<String> types(String group) {
    Set<String> types = new TreeSet<>();
    entries.forEach(
        (path, entry) -> {
          if (path.startsWith(group + "/")) {
            String type = entry.substring(0, entry.indexOf(':'));
            types.add(path.substring(group.length() + 1) + ":" + type);
          }
        });
    return types;
  }

  /** The entries below a group. */
  Map<String, String> values(String group) {
    Map<String, String> values = new TreeMap<>(entries);
    values.keySet().removeIf(path -> !path.startsWith(group + "/"));
    return values;
  }

  /** The value of an entry as text. */
  String value(String path) {
    String entry = entries.get(path);
    return entry.substring(entry.indexOf(':') + 1);
  }

  /** The variables that take the place of settings, by the paths of these. */
  Map<String, String> variablesByKey() {
    Map<String, String> variables = new TreeMap<>();
    for (String path : entries.keySet()) {
      if (path.startsWith(TREE) && path.endsWith(USED)) {
        variables.put(path.substring(TREE.length(), path.length() - USED.length()), value(path));
      }
    }
    return variables;
  }

  /** The names of the variables that take the place of settings. */
  Collection<String> usedVariables() {
    return variablesByKey().values();
  }
}
