package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** A tree of settings that keeps the order in which they were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {
  private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

  public ConfigBase(String key) {
    super(ConfigEntries.config, key);
  }

  protected void put(AbstractConfigEntry e) {
    entries.put(e.getKey(), e);
  }

  protected AbstractConfigEntry get(String key) {
    return entries.get(key);
  }

  public abstract ConfigBase getInstance(String key);

  @Override
  public final ConfigBase addConfigBase(String key) {
    ConfigBase config = getInstance(key);
    put(config);
    return config;
  }

  public final ConfigBase getConfigBase(String key) throws InvalidSettingsException {
    if (entries.get(key) instanceof ConfigBase config) {
      return config;
    }
    throw new InvalidSettingsException("ConfigBase for key \"" + key + "\" not found.");
  }

  public AbstractConfigEntry getEntry(String key) {
    return entries.get(key);
  }

  public void addEntry(AbstractConfigEntry entry) {
    put(entry);
  }

  @Override
  public Set<String> keySet() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public boolean containsKey(String key) {
    return entries.containsKey(key);
  }

  @Override
  public final Iterator<String> iterator() {
    return keySet().iterator();
  }

  @Override
  public final String toStringValue() {
    return getKey();
  }

  @Override
  public String toString() {
    return getKey();
  }

  @Override
  boolean hasIdenticalValue(AbstractConfigEntry other) {
    return entries.equals(((ConfigBase) other).entries);
  }

  @Override
  public final void saveToXML(OutputStream os) throws IOException {
    new ConfigXmlWriter(os).write(this);
  }

  public void load(InputStream is) throws IOException {
    try (is) {
      new ConfigXmlReader(this).read(is);
    }
  }

  @Override
  public void copyTo(ConfigBaseWO dest) {
    for (AbstractConfigEntry entry : entries.values()) {
      if (entry instanceof ConfigBase config) {
        config.copyTo(dest.addConfigBase(entry.getKey()));
      } else {
        ((ConfigBase) dest).addEntry(entry);
      }
    }
  }

  final Object value(ConfigEntries type, String name, String key) throws InvalidSettingsException {
    if (entries.get(key) instanceof ValueEntry entry && entry.getType() == type) {
      return entry.value();
    }
    throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
  }

  private boolean has(ConfigEntries type, String key) {
    return entries.get(key) instanceof ValueEntry entry && entry.getType() == type;
  }

  @Override
  public void addInt(String key, int value) {
    put(new ValueEntry(ConfigEntries.xint, key, value));
  }

  @Override
  public int getInt(String key) throws InvalidSettingsException {
    return (int) value(ConfigEntries.xint, "Int", key);
  }

  @Override
  public int getInt(String key, int def) {
    return has(ConfigEntries.xint, key) ? (int) ((ValueEntry) get(key)).value() : def;
  }

  @Override
  public void addIntArray(String key, int... values) {
    ConfigArrays.fill(addConfigBase(key), ConfigEntries.xint, values);
  }

  @Override
  public int[] getIntArray(String key) throws InvalidSettingsException {
    return (int[]) ConfigArrays.read(getConfigBase(key), ConfigEntries.xint, int.class, "Int");
  }

  @Override
  public int[] getIntArray(String key, int... def) {
    try {
      return getIntArray(key);
    } catch (InvalidSettingsException absent) {
      return def;
    }
  }

  @Override
  public void addDouble(String key, double value) {
    put(new ValueEntry(ConfigEntries.xdouble, key, value));
  }

  @Override
  public double getDouble(String key) throws InvalidSettingsException {
    return (double) value(ConfigEntries.xdouble, "Double", key);
  }

  @Override
  public void addDoubleArray(String key, double... values) {
    ConfigArrays.fill(addConfigBase(key), ConfigEntries.xdouble, values);
  }

  @Override
  public double[] getDoubleArray(String key) throws InvalidSettingsException {
    return (double[])
        ConfigArrays.read(getConfigBase(key), ConfigEntries.xdouble, double.class, "Double");
  }

  @Override
  public void addFloat(String key, float value) {
    put(new ValueEntry(ConfigEntries.xfloat, key, value));
  }

  @Override
  public float getFloat(String key) throws InvalidSettingsException {
    return (float) value(ConfigEntries.xfloat, "Float", key);
  }

  @Override
  public void addChar(String key, char value) {
    put(new ValueEntry(ConfigEntries.xchar, key, value));
  }

  @Override
  public char getChar(String key) throws InvalidSettingsException {
    return (char) value(ConfigEntries.xchar, "Char", key);
  }

  @Override
  public void addLong(String key, long value) {
    put(new ValueEntry(ConfigEntries.xlong, key, value));
  }

  @Override
  public long getLong(String key) throws InvalidSettingsException {
    return (long) value(ConfigEntries.xlong, "Long", key);
  }

  @Override
  public void addLongArray(String key, long... values) {
    ConfigArrays.fill(addConfigBase(key), ConfigEntries.xlong, values);
  }

  @Override
  public long[] getLongArray(String key) throws InvalidSettingsException {
    return (long[]) ConfigArrays.read(getConfigBase(key), ConfigEntries.xlong, long.class, "Long");
  }

  @Override
  public void addByte(String key, byte value) {
    put(new ValueEntry(ConfigEntries.xbyte, key, value));
  }

  @Override
  public byte getByte(String key) throws InvalidSettingsException {
    return (byte) value(ConfigEntries.xbyte, "Byte", key);
  }

  @Override
  public void addString(String key, String value) {
    put(new ValueEntry(ConfigEntries.xstring, key, value));
  }

  @Override
  public String getString(String key) throws InvalidSettingsException {
    return (String) value(ConfigEntries.xstring, "String", key);
  }

  @Override
  public String getString(String key, String def) {
    return has(ConfigEntries.xstring, key) ? (String) ((ValueEntry) get(key)).value() : def;
  }

  @Override
  public void addStringArray(String key, String... values) {
    ConfigArrays.fill(addConfigBase(key), ConfigEntries.xstring, values);
  }

  @Override
  public String[] getStringArray(String key) throws InvalidSettingsException {
    return (String[])
        ConfigArrays.read(getConfigBase(key), ConfigEntries.xstring, String.class, "String");
  }

  @Override
  public String[] getStringArray(String key, String... def) {
    try {
      return getStringArray(key);
    } catch (InvalidSettingsException absent) {
      return def;
    }
  }

  @Override
  public void addBoolean(String key, boolean value) {
    put(new ValueEntry(ConfigEntries.xboolean, key, value));
  }

  @Override
  public boolean getBoolean(String key) throws InvalidSettingsException {
    return (boolean) value(ConfigEntries.xboolean, "Boolean", key);
  }

  @Override
  public boolean getBoolean(String key, boolean def) {
    return has(ConfigEntries.xboolean, key) ? (boolean) ((ValueEntry) get(key)).value() : def;
  }

  @Override
  public void addBooleanArray(String key, boolean... values) {
    ConfigArrays.fill(addConfigBase(key), ConfigEntries.xboolean, values);
  }

  @Override
  public boolean[] getBooleanArray(String key) throws InvalidSettingsException {
    return (boolean[])
        ConfigArrays.read(getConfigBase(key), ConfigEntries.xboolean, boolean.class, "Boolean");
  }
}
