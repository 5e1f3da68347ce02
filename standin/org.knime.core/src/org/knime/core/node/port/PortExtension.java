package org.knime.core.node.port;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.osgi.framework.Bundle;

/** A {@code portType} in a plugin.xml. */
final class PortExtension {
  private static final String EXTENSION_POINT = "org.knime.core.PortType";
  private static final NodeLogger LOGGER = NodeLogger.getLogger(PortTypeRegistry.class);

  private final IConfigurationElement element;

  private PortExtension(IConfigurationElement element) {
    this.element = element;
  }

  static Stream<PortExtension> all() {
    IExtensionRegistry registry = Platform.getExtensionRegistry();
    return registry == null
        ? Stream.empty()
        : Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .map(PortExtension::new);
  }

  static Optional<PortExtension> ofObject(String name) {
    return all().filter(port -> name.equals(port.element.getAttribute("objectClass"))).findFirst();
  }

  static Optional<PortExtension> ofSpec(String name) {
    return all().filter(port -> name.equals(port.element.getAttribute("specClass"))).findFirst();
  }

  String name() {
    return element.getAttribute("name");
  }

  int color() {
    String color = element.getAttribute("color");
    return color == null ? PortType.DEFAULT_COLOR : Integer.parseInt(color.substring(1), 16);
  }

  Optional<Class<? extends PortObject>> objectClass() {
    return load("objectClass").map(type -> type.asSubclass(PortObject.class));
  }

  Optional<Class<? extends PortObjectSpec>> specClass() {
    return load("specClass").map(type -> type.asSubclass(PortObjectSpec.class));
  }

  private Optional<Class<?>> load(String attribute) {
    Bundle bundle = Platform.getBundle(element.getContributor().getName());
    try {
      return Optional.of(bundle.loadClass(element.getAttribute(attribute)));
    } catch (ClassNotFoundException broken) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked")
  Optional<PortObjectSerializer<PortObject>> objectSerializer() {
    return serializer("objectSerializer", "objectClass")
        .map(serializer -> (PortObjectSerializer<PortObject>) serializer);
  }

  @SuppressWarnings("unchecked")
  Optional<PortObjectSpecSerializer<PortObjectSpec>> specSerializer() {
    return serializer("specSerializer", "specClass")
        .map(serializer -> (PortObjectSpecSerializer<PortObjectSpec>) serializer);
  }

  /**
   * A serializer says by its type argument what it serializes; one that says another is refused.
   */
  private Optional<Object> serializer(String attribute, String served) {
    try {
      Object serializer = element.createExecutableExtension(attribute);
      String declared = typeArgument(serializer.getClass());
      if (element.getAttribute(served).equals(declared)) {
        return Optional.of(serializer);
      }
      LOGGER.coding(serializer.getClass().getName() + " serializes " + declared);
    } catch (CoreException broken) {
      LOGGER.error("No " + attribute + " of the port type \"" + name() + "\"", broken);
    }
    return Optional.empty();
  }

  private static String typeArgument(Class<?> serializer) {
    for (Class<?> type = serializer; type != null; type = type.getSuperclass()) {
      if (type.getGenericSuperclass() instanceof ParameterizedType parent
          && parent.getActualTypeArguments()[0] instanceof Class<?> argument) {
        return argument.getName();
      }
    }
    return "nothing that its type argument would tell";
  }
}
