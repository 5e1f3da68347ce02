package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.knime.core.node.NodeLogger;
import org.knime.node.parameters.NodeParametersInput;

/** Makes objects of classes that nodes name. What fails is logged, and null comes back. */
final class Instantiation {
  private static final NodeLogger LOGGER = NodeLogger.getLogger(Instantiation.class);

  private Instantiation() {}

  /**
   * By the constructor that takes the input of the node, else by the one without arguments.
   *
   * @param <T> the class
   */
  static <T> T of(Class<T> type, NodeParametersInput input) {
    Constructor<T> constructor;
    try {
      constructor = type.getDeclaredConstructor(NodeParametersInput.class);
    } catch (NoSuchMethodException e) {
      return of(type);
    }
    return invoke(constructor, input);
  }

  /**
   * By the constructor without arguments.
   *
   * @param <T> the class
   */
  static <T> T of(Class<T> type) {
    try {
      return invoke(type.getDeclaredConstructor());
    } catch (NoSuchMethodException e) {
      LOGGER.error("No default constructor found for class " + type.getName() + ".", e);
      return null;
    }
  }

  private static <T> T invoke(Constructor<T> constructor, Object... arguments) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      String name = constructor.getDeclaringClass().getName();
      LOGGER.error("Failed to instantiate class " + name + ".", e);
      return null;
    }
  }
}
