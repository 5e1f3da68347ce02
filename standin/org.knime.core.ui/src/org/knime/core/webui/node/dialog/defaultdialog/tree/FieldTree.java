package org.knime.core.webui.node.dialog.defaultdialog.tree;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class of parameters, or a field of one: a group with children, or a leaf.
 *
 * <p>Fields that are private, static or transient do not count; the names of the others lose a
 * leading {@code m_}.
 */
public final class FieldTree {
  private final FieldTree parent;
  private final Class<?> ownerClass;
  private final Field field;
  private final Class<?> type;
  private final boolean optional;
  private final List<FieldTree> children = new ArrayList<>();

  private FieldTree(
      FieldTree parent, Class<?> ownerClass, Field field, Class<?> type, Class<?> marker) {
    this.parent = parent;
    this.ownerClass = ownerClass;
    this.field = field;
    this.type = type;
    optional = field != null && field.getType() == Optional.class;
    if (isGroup(type, marker)) {
      for (Field child : fields(type)) {
        children.add(new FieldTree(this, type, child, contentType(child), marker));
      }
    }
  }

  /**
   * The tree of a class.
   *
   * @param marker the type that groups have
   */
  public static FieldTree of(Class<?> root, Class<?> marker) {
    return new FieldTree(null, null, null, root, marker);
  }

  private static boolean isGroup(Class<?> type, Class<?> marker) {
    return !type.isEnum() && marker.isAssignableFrom(type);
  }

  private static Iterable<Field> fields(Class<?> type) {
    Map<String, Field> fields = new LinkedHashMap<>();
    collect(type, fields);
    return fields.values();
  }

  private static void collect(Class<?> type, Map<String, Field> fields) {
    if (type == null || type == Object.class) {
      return;
    }
    collect(type.getSuperclass(), fields);
    for (Field field : type.getDeclaredFields()) {
      int hidden = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
      if ((field.getModifiers() & hidden) == 0 && !field.isSynthetic()) {
        field.setAccessible(true);
        fields.put(field.getName(), field);
      }
    }
  }

  private static Class<?> contentType(Field field) {
    if (field.getType() != Optional.class) {
      return field.getType();
    }
    Type generic = field.getGenericType();
    Type content =
        generic instanceof ParameterizedType parameterized
            ? parameterized.getActualTypeArguments()[0]
            : Object.class;
    return content instanceof Class<?> plain ? plain : Object.class;
  }

  /** The tree of the group this field belongs to; null for a root. */
  public FieldTree parent() {
    return parent;
  }

  /** The name of the field; empty for a root. */
  public String name() {
    if (field == null) {
      return "";
    }
    String name = field.getName();
    return name.startsWith("m_") ? name.substring(2) : name;
  }

  /** The names of the fields from the root to this one. */
  public List<String> path() {
    List<String> path = new ArrayList<>();
    for (FieldTree tree = this; tree.field != null; tree = tree.parent) {
      path.add(0, tree.name());
    }
    return path;
  }

  /** The class of the field, or that of what an optional one holds. */
  public Class<?> type() {
    return type;
  }

  /** Whether the field may hold nothing. */
  public boolean isOptional() {
    return optional;
  }

  /** The fields of a group, those of superclasses first. */
  public List<FieldTree> children() {
    return List.copyOf(children);
  }

  /**
   * An annotation of the field; an inherited field has those of its class, too.
   *
   * @param <A> its type
   */
  public <A extends Annotation> Optional<A> annotation(Class<A> annotation) {
    if (field == null) {
      return Optional.empty();
    }
    A own = field.getAnnotation(annotation);
    if (own == null && field.getDeclaringClass() != ownerClass) {
      own = field.getDeclaringClass().getAnnotation(annotation);
    }
    return Optional.ofNullable(own);
  }

  /**
   * An annotation of the class.
   *
   * @param <A> its type
   */
  public <A extends Annotation> Optional<A> typeAnnotation(Class<A> annotation) {
    return Optional.ofNullable(type.getAnnotation(annotation));
  }

  /** The value of the field in an object of the parent's class. */
  public Object get(Object parentValue) {
    try {
      return field.get(parentValue);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Could not access settings field " + path(), e);
    }
  }

  /** Sets the value of the field in an object of the parent's class. */
  public void set(Object parentValue, Object value) {
    try {
      field.set(parentValue, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Could not set settings field " + path(), e);
    }
  }

  @Override
  public String toString() {
    return (optional ? "Optional " : "") + type.getSimpleName() + " at " + path();
  }
}
