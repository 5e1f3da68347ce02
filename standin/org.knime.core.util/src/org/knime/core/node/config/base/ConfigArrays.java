package org.knime.core.node.config.base;

import java.lang.reflect.Array;
import org.knime.core.node.InvalidSettingsException;

/**
 * Arrays as groups of settings: their size and their elements, which have their indices as keys.
 */
final class ConfigArrays {
  private static final String SIZE = "array-size";

  private ConfigArrays() {}

  static void fill(ConfigBase config, ConfigEntries type, Object values) {
    if (values == null) {
      return;
    }
    config.addInt(SIZE, Array.getLength(values));
    for (int i = 0; i < Array.getLength(values); i++) {
      config.put(new ValueEntry(type, Integer.toString(i), Array.get(values, i)));
    }
  }

  /** The array, null if the settings know no size. */
  static Object read(ConfigBase config, ConfigEntries type, Class<?> component, String name)
      throws InvalidSettingsException {
    int size = config.getInt(SIZE, -1);
    if (size == -1) {
      return null;
    }
    Object values = Array.newInstance(component, size);
    for (int i = 0; i < size; i++) {
      Array.set(values, i, config.value(type, name, Integer.toString(i)));
    }
    return values;
  }
}
