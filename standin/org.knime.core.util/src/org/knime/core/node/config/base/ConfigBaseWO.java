package org.knime.core.node.config.base;

/** Settings that are written. */
public interface ConfigBaseWO {
  ConfigBase addConfigBase(String key);

  String getKey();

  void addInt(String key, int value);

  void addIntArray(String key, int... values);

  void addDouble(String key, double value);

  void addDoubleArray(String key, double... values);

  void addFloat(String key, float value);

  void addChar(String key, char value);

  void addLong(String key, long value);

  void addLongArray(String key, long... values);

  void addByte(String key, byte value);

  void addString(String key, String value);

  void addStringArray(String key, String... values);

  void addBoolean(String key, boolean value);

  void addBooleanArray(String key, boolean... values);
}
