package org.knime.core.data;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.InvalidSettingsException;
import org.osgi.framework.Bundle;

/** Finds the classes of cells and values that bundles give at the extension point of types. */
final class CellClasses {
  private static final String EXTENSION_POINT = "org.knime.core.DataType";

  private CellClasses() {}

  static <T> Class<? extends T> find(String name, Class<T> kind) throws InvalidSettingsException {
    try {
      return Class.forName(name, true, CellClasses.class.getClassLoader()).asSubclass(kind);
    } catch (ClassNotFoundException elsewhere) {
      return findElsewhere(name, kind);
    }
  }

  private static <T> Class<? extends T> findElsewhere(String name, Class<T> kind)
      throws InvalidSettingsException {
    IExtensionRegistry registry = Platform.getExtensionRegistry();
    if (registry != null) {
      for (IConfigurationElement type : registry.getConfigurationElementsFor(EXTENSION_POINT)) {
        Bundle bundle = Platform.getBundle(type.getContributor().getName());
        try {
          return bundle.loadClass(name).asSubclass(kind);
        } catch (ClassNotFoundException elsewhere) {
          continue;
        }
      }
    }
    throw new InvalidSettingsException("Data cell implementation '" + name + "' not found.");
  }
}
