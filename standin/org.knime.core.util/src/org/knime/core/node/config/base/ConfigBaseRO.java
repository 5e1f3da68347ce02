package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** Settings that are read. */
public interface ConfigBaseRO extends Iterable<String> {
  void saveToXML(OutputStream os) throws IOException;

  void copyTo(ConfigBaseWO config);

  Set<String> keySet();

  boolean containsKey(String key);

  @Override
  Iterator<String> iterator();

  int getInt(String key) throws InvalidSettingsException;

  int getInt(String key, int def);

  int[] getIntArray(String key) throws InvalidSettingsException;

  int[] getIntArray(String key, int... def);

  double getDouble(String key) throws InvalidSettingsException;

  double[] getDoubleArray(String key) throws InvalidSettingsException;

  float getFloat(String key) throws InvalidSettingsException;

  char getChar(String key) throws InvalidSettingsException;

  long getLong(String key) throws InvalidSettingsException;

  long[] getLongArray(String key) throws InvalidSettingsException;

  byte getByte(String key) throws InvalidSettingsException;

  String getString(String key) throws InvalidSettingsException;

  String getString(String key, String def);

  String[] getStringArray(String key) throws InvalidSettingsException;

  String[] getStringArray(String key, String... def);

  boolean getBoolean(String key) throws InvalidSettingsException;

  boolean getBoolean(String key, boolean def);

  boolean[] getBooleanArray(String key) throws InvalidSettingsException;
}
