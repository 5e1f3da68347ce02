package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Writes a value of a type that KNIME knows under a key. */
record LeafCodec(String key, Kind<?> kind) implements Codec {
  private interface Loader<T> {
    T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
  }

  private interface Saver<T> {
    void save(NodeSettingsWO settings, String key, T value);
  }

  /** A type; what is written where an optional value is missing. */
  record Kind<T>(Loader<T> loader, Saver<T> saver, T empty) {
    @SuppressWarnings("unchecked")
    void save(NodeSettingsWO settings, String key, Object value) {
      saver.save(settings, key, (T) value);
    }

    void saveEmpty(NodeSettingsWO settings, String key) {
      saver.save(settings, key, empty);
    }
  }

  private static final Kind<Integer> INT =
      new Kind<>(NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0);
  private static final Kind<Long> LONG =
      new Kind<>(NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L);
  private static final Kind<Double> DOUBLE =
      new Kind<>(NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0);
  private static final Kind<Float> FLOAT =
      new Kind<>(NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0f);
  private static final Kind<Boolean> BOOLEAN =
      new Kind<>(NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false);
  private static final Kind<Byte> BYTE =
      new Kind<>(NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte) 0);
  private static final Kind<Character> CHAR =
      new Kind<>(NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' ');

  private static final Map<Class<?>, Kind<?>> KINDS =
      Map.ofEntries(
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(float.class, FLOAT),
          Map.entry(Float.class, FLOAT),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(byte.class, BYTE),
          Map.entry(Byte.class, BYTE),
          Map.entry(char.class, CHAR),
          Map.entry(Character.class, CHAR),
          Map.entry(
              String.class, new Kind<>(NodeSettingsRO::getString, NodeSettingsWO::addString, null)),
          Map.entry(
              Void.class, new Kind<Void>((settings, key) -> null, (settings, key, v) -> {}, null)),
          Map.entry(
              int[].class,
              new Kind<>(NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0])),
          Map.entry(
              long[].class,
              new Kind<>(NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0])),
          Map.entry(
              double[].class,
              new Kind<>(
                  NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0])),
          Map.entry(
              boolean[].class,
              new Kind<>(
                  NodeSettingsRO::getBooleanArray,
                  NodeSettingsWO::addBooleanArray,
                  new boolean[0])),
          Map.entry(
              String[].class,
              new Kind<>(
                  NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0])));

  /**
   * The codec of a type.
   *
   * @throws IllegalArgumentException if KNIME does not know it
   */
  static LeafCodec of(String key, Class<?> type) {
    if (type.isEnum()) {
      return new LeafCodec(key, EnumKind.of(type));
    }
    Kind<?> kind = KINDS.get(type);
    if (kind == null) {
      throw new IllegalArgumentException("No default persistor available for type '" + type + "'.");
    }
    return new LeafCodec(key, kind);
  }

  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    return kind.loader().load(settings, key);
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    kind.save(settings, key, value);
  }

  void saveEmpty(NodeSettingsWO settings) {
    kind.saveEmpty(settings, key);
  }

  /** Constants by their names. */
  private static final class EnumKind {
    private EnumKind() {}

    static Kind<Object> of(Class<?> type) {
      return new Kind<>(
          (settings, key) -> constant(type, settings.getString(key)),
          (settings, key, value) ->
              settings.addString(key, value == null ? null : ((Enum<?>) value).name()),
          null);
    }

    private static Object constant(Class<?> type, String name) throws InvalidSettingsException {
      StringBuilder names = new StringBuilder();
      for (Object constant : type.getEnumConstants()) {
        String known = ((Enum<?>) constant).name();
        if (known.equals(name)) {
          return constant;
        }
        names.append(names.isEmpty() ? "" : ", ").append(known);
      }
      throw new InvalidSettingsException("Invalid value '" + name + "'. Possible values: " + names);
    }
  }
}
