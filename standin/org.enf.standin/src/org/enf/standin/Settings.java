package org.enf.standin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/** Looks into settings and changes them, by paths of keys with slashes between. */
final class Settings {
  private static final String ARRAY_SIZE = "array-size";

  private Settings() {}

  /**
   * Changes a value that is there.
   *
   * @throws IllegalArgumentException if it is not, or is of another type
   */
  static void set(NodeSettings settings, String path, Object value) {
    String[] keys = path.split("/");
    ConfigBase parent = settings;
    for (String key : Arrays.copyOf(keys, keys.length - 1)) {
      if (!(parent.getEntry(key) instanceof ConfigBase below)) {
        throw unknown(settings, path);
      }
      parent = below;
    }
    AbstractConfigEntry entry = parent.getEntry(keys[keys.length - 1]);
    if (entry == null) {
      throw unknown(settings, path);
    }
    if (!set(parent, entry.getKey(), entry, value)) {
      String type = entry instanceof ConfigBase ? "an array or a group" : entry.getType().name();
      throw new IllegalArgumentException(
          "The setting " + path + " is " + type + " and cannot take " + value + ".");
    }
  }

  private static IllegalArgumentException unknown(NodeSettings settings, String path) {
    return new IllegalArgumentException(
        "There is no setting " + path + " among " + types(settings).keySet() + ".");
  }

  private static boolean set(ConfigBase parent, String key, AbstractConfigEntry old, Object value) {
    if (old instanceof ConfigBase array) {
      return array.containsKey(ARRAY_SIZE) && setArray(parent, key, value);
    }
    if (old.getType() == ConfigEntries.xint && value instanceof Integer number) {
      parent.addInt(key, number);
    } else if (old.getType() == ConfigEntries.xlong
        && (value instanceof Long || value instanceof Integer)) {
      parent.addLong(key, ((Number) value).longValue());
    } else if (old.getType() == ConfigEntries.xdouble && value instanceof Number number) {
      parent.addDouble(key, number.doubleValue());
    } else if (old.getType() == ConfigEntries.xfloat && value instanceof Number number) {
      parent.addFloat(key, number.floatValue());
    } else if (old.getType() == ConfigEntries.xboolean && value instanceof Boolean truth) {
      parent.addBoolean(key, truth);
    } else if (old.getType() == ConfigEntries.xstring && value instanceof Enum<?> constant) {
      parent.addString(key, constant.name());
    } else if (old.getType() == ConfigEntries.xstring
        && (value == null || value instanceof String)) {
      parent.addString(key, (String) value);
    } else {
      return false;
    }
    return true;
  }

  private static boolean setArray(ConfigBase parent, String key, Object value) {
    if (value instanceof int[] numbers) {
      parent.addIntArray(key, numbers);
    } else if (value instanceof long[] numbers) {
      parent.addLongArray(key, numbers);
    } else if (value instanceof double[] numbers) {
      parent.addDoubleArray(key, numbers);
    } else if (value instanceof boolean[] truths) {
      parent.addBooleanArray(key, truths);
    } else if (value instanceof String[] texts) {
      parent.addStringArray(key, texts);
    } else {
      return false;
    }
    return true;
  }

  /** The paths of all values and the names of their types; an array is one value. */
  static Map<String, String> types(ConfigBase settings) {
    Map<String, String> types = new TreeMap<>();
    collect(settings, "", types);
    return types;
  }

  private static void collect(ConfigBase settings, String prefix, Map<String, String> types) {
    for (String key : settings) {
      AbstractConfigEntry entry = settings.getEntry(key);
      if (!(entry instanceof ConfigBase below)) {
        types.put(prefix + key, entry.getType().name());
      } else if (below.containsKey(ARRAY_SIZE)) {
        types.put(prefix + key, "array");
      } else {
        collect(below, prefix + key + "/", types);
      }
    }
  }

  /** A copy that can be changed. */
  static NodeSettings copy(NodeSettings settings) {
    NodeSettings copy = new NodeSettings(settings.getKey());
    settings.copyTo(copy);
    return copy;
  }

  /**
   * What is in one and not in the other, as sentences.
   *
   * @param saved the settings that were saved
   * @param known those that the node writes
   */
  static List<String> differences(NodeSettings saved, NodeSettings known) {
    Map<String, String> savedTypes = types(saved);
    Map<String, String> knownTypes = types(known);
    List<String> differences = new ArrayList<>();
    knownTypes.forEach(
        (path, type) -> {
          String savedType = savedTypes.get(path);
          if (savedType == null) {
            differences.add("the setting " + path + " (" + type + ") is missing");
          } else if (!savedType.equals(type)) {
            differences.add("the setting " + path + " is " + savedType + " instead of " + type);
          }
        });
    savedTypes.keySet().stream()
        .filter(path -> !knownTypes.containsKey(path))
        .forEach(path -> differences.add("the node knows no setting " + path));
    return differences;
  }

  /** A group of settings; nothing where there is none. */
  static NodeSettings child(NodeSettings settings, String key) {
    try {
      return settings.containsKey(key) ? settings.getNodeSettings(key) : null;
    } catch (InvalidSettingsException e) {
      return null;
    }
  }
}
