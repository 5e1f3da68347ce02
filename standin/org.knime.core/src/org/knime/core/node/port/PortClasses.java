package org.knime.core.node.port;

import java.lang.reflect.InvocationTargetException;

/** Makes port objects and specs of the classes that their files name. */
final class PortClasses {
  private PortClasses() {}

  static AbstractSimplePortObjectSpec newSpec(String name) {
    return newInstance(
        PortTypeRegistry.getInstance()
            .getSpecClass(name)
            .orElseThrow(() -> new IllegalStateException("Unable to load class " + name))
            .asSubclass(AbstractSimplePortObjectSpec.class));
  }

  private static <T> T newInstance(Class<T> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException broken) {
      throw new IllegalStateException(
          "Failed to instantiate class \""
              + type.getSimpleName()
              + "\" (failed to invoke no-arg constructor): "
              + broken.getMessage(),
          broken);
    }
  }
}
