package org.enf.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A flow variable.
 *
 * @param name its name
 * @param value a String, Integer, Long, Double or Boolean
 */
public record Variable(String name, Object value) {
  private static final Set<ConfigEntries> BY_TEXT =
      Set.of(ConfigEntries.xstring, ConfigEntries.xboolean);
  private static final Set<ConfigEntries> BY_INTEGER =
      Set.of(
          ConfigEntries.xint,
          ConfigEntries.xlong,
          ConfigEntries.xfloat,
          ConfigEntries.xdouble,
          ConfigEntries.xstring);
  private static final Set<ConfigEntries> BY_LONG =
      Set.of(
          ConfigEntries.xlong, ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring);
  private static final Set<ConfigEntries> BY_DOUBLE =
      Set.of(ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring);
  private static final Set<ConfigEntries> BY_BOOLEAN =
      Set.of(ConfigEntries.xboolean, ConfigEntries.xstring);

  /**
   * Reads a variable as the batch application takes it: {@code name,value,type}, parts with commas
   * in quotes.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static Variable parse(String argument) {
    List<String> parts = split(argument);
    if (parts.size() != 3) {
      throw new IllegalArgumentException("Invalid argument list");
    }
    String name = parts.get(0);
    String value = parts.get(1);
    return switch (parts.get(2)) {
      case "String" -> new Variable(name, value);
      case "int" -> new Variable(name, Integer.valueOf(value));
      case "double" -> new Variable(name, Double.valueOf(value));
      default ->
          throw new IllegalArgumentException(
              "Invalid type for workflow variable " + name + ": " + parts.get(2));
    };
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote == 0 && c == ',') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** Reads a variable of a saved workflow. */
  static Variable load(NodeSettingsRO settings) throws InvalidSettingsException {
    String name = settings.getString("name");
    String type = settings.getString("class");
    if (name == null || type == null) {
      throw new InvalidSettingsException("name and class must not be null");
    }
    return switch (type) {
      case "STRING" -> new Variable(name, settings.getString("value"));
      case "INTEGER" -> new Variable(name, settings.getInt("value"));
      case "LONG" -> new Variable(name, settings.getLong("value"));
      case "DOUBLE" -> new Variable(name, settings.getDouble("value"));
      case "BOOLEAN" -> new Variable(name, settings.getBoolean("value"));
      default ->
          throw new InvalidSettingsException(
              "No flow variable type for identifier/class '" + type + "'");
    };
  }

  /** A variable with the value of a setting. */
  static Variable of(String name, NodeSettings settings, String key)
      throws InvalidSettingsException {
    return switch (settings.getEntry(key).getType()) {
      case xstring -> new Variable(name, settings.getString(key));
      case xint -> new Variable(name, settings.getInt(key));
      case xlong -> new Variable(name, settings.getLong(key));
      case xdouble -> new Variable(name, settings.getDouble(key));
      case xboolean -> new Variable(name, settings.getBoolean(key));
      default -> throw new InvalidSettingsException("Cannot expose the setting " + key);
    };
  }

  /**
   * Puts the value in place of that of a setting.
   *
   * @throws InvalidSettingsException if it does not fit there
   */
  void overwrite(ConfigBase settings, String key) throws InvalidSettingsException {
    AbstractConfigEntry entry = settings.getEntry(key);
    if (!fits().contains(entry.getType())) {
      throw new InvalidSettingsException(
          String.format(
              "Can't evaluate variable \"%s\" as %s expression, it is a %s (\"%s\"",
              name, entry.getType(), value.getClass().getSimpleName(), value));
    }
    switch (entry.getType()) {
      case xint -> settings.addInt(key, (Integer) value);
      case xlong -> settings.addLong(key, ((Number) value).longValue());
      case xfloat -> settings.addFloat(key, ((Number) value).floatValue());
      case xdouble -> settings.addDouble(key, ((Number) value).doubleValue());
      case xboolean -> settings.addBoolean(key, truth());
      default -> settings.addString(key, value.toString());
    }
  }

  private Set<ConfigEntries> fits() {
    if (value instanceof Integer) {
      return BY_INTEGER;
    } else if (value instanceof Long) {
      return BY_LONG;
    } else if (value instanceof Double) {
      return BY_DOUBLE;
    }
    return value instanceof Boolean ? BY_BOOLEAN : BY_TEXT;
  }

  private boolean truth() throws InvalidSettingsException {
    return switch (value.toString().toLowerCase()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidSettingsException(
              "Unable to parse \"" + value + "\" of the variable \"" + name + "\" as a boolean");
    };
  }
}
