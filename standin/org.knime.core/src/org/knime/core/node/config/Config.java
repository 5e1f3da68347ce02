package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import org.knime.core.data.DataCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBase;

/** A tree of settings. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {
  private static final String ARRAY_SIZE = "array-size";

  protected Config(String key) {
    super(key);
  }

  @Override
  public abstract Config getInstance(String key);

  @Override
  public final Config addConfig(String key) {
    return (Config) addConfigBase(key);
  }

  @Override
  public final Config getConfig(String key) throws InvalidSettingsException {
    if (get(key) instanceof Config config) {
      return config;
    }
    throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
  }

  protected static Config loadFromXML(Config config, InputStream in) throws IOException {
    config.load(in);
    return config;
  }

  @Override
  public void addDataCell(String key, DataCell cell) {
    ConfigCells.add(addConfig(key), cell);
  }

  public DataCell getDataCell(String key) throws InvalidSettingsException {
    return ConfigCells.get(getConfig(key));
  }

  @Override
  public DataCell getDataCell(String key, DataCell def) {
    try {
      return getDataCell(key);
    } catch (InvalidSettingsException absent) {
      return def;
    }
  }

  @Override
  public void addDataCellArray(String key, DataCell... cells) {
    Config config = addConfig(key);
    if (cells != null) {
      config.addInt(ARRAY_SIZE, cells.length);
      for (int i = 0; i < cells.length; i++) {
        config.addDataCell(Integer.toString(i), cells[i]);
      }
    }
  }

  public DataCell[] getDataCellArray(String key) throws InvalidSettingsException {
    Config config = getConfig(key);
    int size = config.getInt(ARRAY_SIZE, -1);
    if (size == -1) {
      return null;
    }
    DataCell[] cells = new DataCell[size];
    for (int i = 0; i < size; i++) {
      cells[i] = config.getDataCell(Integer.toString(i));
    }
    return cells;
  }

  @Override
  public DataCell[] getDataCellArray(String key, DataCell... def) {
    try {
      return getDataCellArray(key);
    } catch (InvalidSettingsException absent) {
      return def;
    }
  }
}
