package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/** Finds out from annotations and types how parameters are written and read. */
public final class Codecs {
  private Codecs() {}

  /**
   * Reads an object.
   *
   * @param <S> its class
   * @throws InvalidSettingsException if a key is missing or holds something else
   * @throws IllegalArgumentException if the class has a field of a type that KNIME does not know
   */
  public static <S extends Persistable> S load(Class<S> type, NodeSettingsRO settings)
      throws InvalidSettingsException {
    return type.cast(ofClass(FieldTree.of(type, Persistable.class)).load(settings));
  }

  /**
   * Writes an object.
   *
   * @throws IllegalArgumentException if its class has a field of a type that KNIME does not know
   */
  public static void save(Persistable parameters, NodeSettingsWO settings) {
    ofClass(FieldTree.of(parameters.getClass(), Persistable.class)).save(parameters, settings);
  }

  /** The key of a field. */
  public static String key(FieldTree field) {
    Persist persist = field.annotation(Persist.class).orElse(null);
    if (persist == null) {
      return field.name();
    }
    String key = persist.configKey().isEmpty() ? field.name() : persist.configKey();
    return persist.hidden() ? key + "_Internals" : key;
  }

  static Codec ofClass(FieldTree group) {
    return new GroupCodec(group);
  }

  static Codec ofField(FieldTree field) {
    String key = key(field);
    if (Persistable.class.isAssignableFrom(field.type()) && !field.type().isEnum()) {
      return new NestedCodec(key, ofClass(field));
    }
    LeafCodec leaf = LeafCodec.of(key, field.type());
    return field.isOptional() ? new OptionalCodec(leaf) : leaf;
  }

  static <T> T newInstance(Class<T> type) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "The class '" + type.getName() + "' does not provide an empty constructor.", e);
    } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
      throw new IllegalStateException("Cannot make an object of '" + type.getName() + "'.", e);
    }
  }
}
