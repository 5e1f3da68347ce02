package org.knime.core.node.port;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.osgi.framework.Bundle;

/** A {@code portType} in a plugin.xml. */
final class PortExtension {
  private static final String EXTENSION_POINT = "org.knime.core.PortType";

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

  boolean hidden() {
    return Boolean.parseBoolean(element.getAttribute("hidden"));
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
  PortObjectSerializer<PortObject> objectSerializer() {
    return (PortObjectSerializer<PortObject>) create("objectSerializer");
  }

  @SuppressWarnings("unchecked")
  PortObjectSpecSerializer<PortObjectSpec> specSerializer() {
    return (PortObjectSpecSerializer<PortObjectSpec>) create("specSerializer");
  }

  private Object create(String attribute) {
    try {
      return element.createExecutableExtension(attribute);
    } catch (CoreException broken) {
      throw new IllegalStateException(
          "No " + attribute + " of the port \"" + name() + "\": " + broken.getMessage(), broken);
    }
  }
}
