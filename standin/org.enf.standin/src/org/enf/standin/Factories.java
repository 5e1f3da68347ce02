package org.enf.standin;

import java.lang.reflect.InvocationTargetException;
import org.knime.node.DefaultNodeFactory;

/** Makes factories of nodes as KNIME does. */
final class Factories {
  private Factories() {}

  /**
   * A new factory.
   *
   * @throws IllegalStateException if there is no such constructor, or it fails
   */
  static DefaultNodeFactory create(Class<? extends DefaultNodeFactory> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      throw new IllegalStateException(
          "The factory " + type.getName() + " fails: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "A factory is public and has a public constructor without arguments: " + type, e);
    }
  }
}
