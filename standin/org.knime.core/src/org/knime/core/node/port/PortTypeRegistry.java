package org.knime.core.node.port;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * The types of ports that bundles give at the extension point {@code org.knime.core.PortType}. A
 * class that none gives has the type of what it extends, in the end {@link PortObject}'s.
 */
public final class PortTypeRegistry {
  private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

  private final Map<Class<? extends PortObject>, PortType> types = new HashMap<>();
  private final Map<Class<? extends PortObject>, PortType> optionalTypes = new HashMap<>();

  private PortTypeRegistry() {
    put(PortObject.class, "Generic Port", PortType.DEFAULT_COLOR);
    put(BufferedDataTable.class, "Table", 0);
  }

  public static PortTypeRegistry getInstance() {
    return INSTANCE;
  }

  private void put(Class<? extends PortObject> type, String name, int color) {
    types.put(type, new PortType(type, false, name, color));
    optionalTypes.put(type, new PortType(type, true, name, color));
  }

  private void put(PortExtension extension) {
    extension.objectClass().ifPresent(type -> put(type, extension.name(), extension.color()));
  }

  public synchronized Collection<PortType> availablePortTypes() {
    PortExtension.all().forEach(this::put);
    return types.values();
  }

  public synchronized PortType getPortType(Class<? extends PortObject> portClass) {
    return getPortType(portClass, false);
  }

  public synchronized PortType getPortType(
      Class<? extends PortObject> portClass, boolean isOptional) {
    if (portClass == null) {
      throw new IllegalArgumentException("Argument must not be null");
    }
    if (!types.containsKey(portClass)) {
      PortExtension.ofObject(portClass.getName())
          .ifPresentOrElse(this::put, () -> putParent(portClass));
    }
    return (isOptional ? optionalTypes : types).get(portClass);
  }

  private void putParent(Class<? extends PortObject> portClass) {
    Class<? extends PortObject> parent = PortObject.class;
    for (PortType candidate : availablePortTypes()) {
      Class<? extends PortObject> type = candidate.getPortObjectClass();
      if (type.isAssignableFrom(portClass) && parent.isAssignableFrom(type)) {
        parent = type;
      }
    }
    types.put(portClass, types.get(parent));
    optionalTypes.put(portClass, optionalTypes.get(parent));
  }

  public Optional<Class<? extends PortObject>> getObjectClass(String className) {
    if (BufferedDataTable.class.getName().equals(className)) {
      return Optional.of(BufferedDataTable.class);
    }
    if (PortObject.class.getName().equals(className)) {
      return Optional.of(PortObject.class);
    }
    return PortExtension.ofObject(className).flatMap(PortExtension::objectClass);
  }

  public Optional<Class<? extends PortObjectSpec>> getSpecClass(String className) {
    if (DataTableSpec.class.getName().equals(className)) {
      return Optional.of(DataTableSpec.class);
    }
    return PortExtension.ofSpec(className).flatMap(PortExtension::specClass);
  }

  public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
      Class<? extends PortObject> objectClass) {
    return PortExtension.ofObject(objectClass.getName()).flatMap(PortExtension::objectSerializer);
  }

  @SuppressWarnings("unchecked")
  public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
      Class<? extends PortObjectSpec> specClass) {
    if (specClass == DataTableSpec.class) {
      PortObjectSpecSerializer<? extends PortObjectSpec> tables = new DataTableSpec.Serializer();
      return Optional.of((PortObjectSpecSerializer<PortObjectSpec>) tables);
    }
    return PortExtension.ofSpec(specClass.getName()).flatMap(PortExtension::specSerializer);
  }
}
