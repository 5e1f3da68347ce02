package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a port: the class of its objects. */
public final class PortType {
  public static final int DEFAULT_COLOR = 0xff9b9b9b;

  private static final String OBJECT_CLASS = "object_class";

  private final Class<? extends PortObject> objectClass;
  private final Class<? extends PortObjectSpec> specClass;
  private final boolean optional;
  private final String name;
  private final int color;

  PortType(Class<? extends PortObject> objectClass, boolean optional, String name, int color) {
    this.objectClass = objectClass;
    this.specClass = getPortObjectSpecClass(objectClass);
    this.optional = optional;
    this.name = name == null ? objectClass.getSimpleName() : name;
    this.color = color;
  }

  public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
      Class<? extends PortObject> objectClass) {
    try {
      return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public String getName() {
    return name;
  }

  public Class<? extends PortObject> getPortObjectClass() {
    return objectClass;
  }

  public int getColor() {
    return color;
  }

  public boolean isOptional() {
    return optional;
  }

  public boolean isSuperTypeOf(PortType subType) {
    return objectClass.isAssignableFrom(subType.objectClass);
  }

  public boolean acceptsPortObjectSpec(PortObjectSpec spec) {
    return spec == null || specClass.isInstance(spec);
  }

  public void save(NodeSettingsWO settings) {
    save((ConfigWO) settings);
  }

  public void save(ConfigWO settings) {
    settings.addString(OBJECT_CLASS, objectClass.getName());
  }

  public static PortType load(NodeSettingsRO settings) throws InvalidSettingsException {
    return load((ConfigRO) settings);
  }

  public static PortType load(ConfigRO settings) throws InvalidSettingsException {
    String name = settings.getString(OBJECT_CLASS);
    PortTypeRegistry registry = PortTypeRegistry.getInstance();
    return registry.getPortType(
        registry
            .getObjectClass(name)
            .orElseThrow(
                () ->
                    new InvalidSettingsException(
                        "Unable to restore port type, can't load class \"" + name + "\"")));
  }

  @Override
  public boolean equals(Object obj) {
    return obj instanceof PortType other && objectClass == other.objectClass;
  }

  @Override
  public int hashCode() {
    return objectClass.hashCode();
  }

  @Override
  public String toString() {
    return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
  }
}
