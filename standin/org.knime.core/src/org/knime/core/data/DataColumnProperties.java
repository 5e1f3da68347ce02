package org.knime.core.data;

import java.util.Map;
import java.util.TreeMap;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Notes on a column. */
public final class DataColumnProperties {
  private final Map<String, String> properties;

  public DataColumnProperties() {
    this(Map.of());
  }

  public DataColumnProperties(Map<String, String> content) {
    properties = new TreeMap<>(content);
  }

  public void save(ConfigWO config) {
    properties.forEach(config::addString);
  }

  public static DataColumnProperties load(ConfigRO config) throws InvalidSettingsException {
    Map<String, String> properties = new TreeMap<>();
    for (String key : config) {
      properties.put(key, config.getString(key));
    }
    return new DataColumnProperties(properties);
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof DataColumnProperties other && properties.equals(other.properties);
  }

  @Override
  public int hashCode() {
    return properties.hashCode();
  }

  @Override
  public String toString() {
    return properties.toString();
  }
}
