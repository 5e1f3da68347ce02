package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

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
    Codec codec =
        group
            .typeAnnotation(Persistor.class)
            .<Codec>map(persistor -> Codec.custom(persistor(persistor)))
            .orElseGet(() -> new GroupCodec(group));
    return migrating(group.typeAnnotation(Migration.class), codec);
  }

  static Codec ofField(FieldTree field) {
    refuseBoth(field, Persistor.class, Persist.class);
    refuseBoth(field, Migration.class, Migrate.class);
    Codec codec =
        field
            .annotation(Persistor.class)
            .<Codec>map(persistor -> Codec.custom(persistor(persistor)))
            .orElseGet(() -> ofType(field));
    codec = migrating(field.annotation(Migration.class), codec);
    return defaulting(field, codec);
  }

  private static Codec ofType(FieldTree field) {
    String key = key(field);
    if (field.element().isPresent()) {
      FieldTree element = field.element().get();
      return new NestedCodec(key, new ArrayCodec(element.type(), ofClass(element)));
    } else if (Persistable.class.isAssignableFrom(field.type()) && !field.type().isEnum()) {
      return new NestedCodec(key, ofClass(field));
    }
    LeafCodec leaf = LeafCodec.of(key, field.type());
    return field.isOptional() ? new OptionalCodec(leaf) : leaf;
  }

  private static Codec migrating(Optional<Migration> migration, Codec codec) {
    if (migration.isEmpty()) {
      return codec;
    }
    NodeParametersMigration<?> migrator = newInstance(migration.get().value());
    List<? extends ConfigMigration<?>> migrations = migrator.getConfigMigrations();
    return migrations.isEmpty() ? codec : new MigratingCodec(migrations, codec);
  }

  private static Codec defaulting(FieldTree field, Codec codec) {
    boolean hasPaths = codec.paths().length > 0;
    if (field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)) {
      if (!hasPaths) {
        throw new IllegalStateException(
            "The field "
                + field.path()
                + " cannot have @Migrate with loadDefaultIfAbsent=true since it has no config"
                + " paths.");
      }
      return new DefaultingCodec(field, codec);
    }
    boolean all =
        field.parent().typeAnnotation(LoadDefaultsForAbsentFields.class).isPresent()
            && field.annotation(Migration.class).isEmpty();
    return all && hasPaths ? new DefaultingCodec(field, codec) : codec;
  }

  private static void refuseBoth(
      FieldTree field, Class<? extends Annotation> one, Class<? extends Annotation> other) {
    if (field.annotation(one).isPresent() && field.annotation(other).isPresent()) {
      throw new IllegalStateException(
          String.format(
              "Cannot have both @%s and @%s annotation on the same field %s.",
              one.getSimpleName(), other.getSimpleName(), field.path()));
    }
  }

  private static NodeParametersPersistor<?> persistor(Persistor persistor) {
    return newInstance(persistor.value());
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
