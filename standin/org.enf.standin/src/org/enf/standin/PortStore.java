package org.enf.standin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;

/** Writes port objects to folders and reads them, each by the serializer of its type. */
final class PortStore {
  private static final String SPEC = "spec/spec.zip";
  private static final String OBJECT = "object/portobject.zip";

  private PortStore() {}

  static void save(PortObject object, Path folder, NodeSettings settings) throws IOException {
    PortObjectSpec spec = object.getSpec();
    settings.addString("port_spec_class", spec.getClass().getName());
    settings.addString("port_object_class", object.getClass().getName());
    settings.addString("port_spec_location", SPEC);
    settings.addString("port_object_location", OBJECT);
    PortTypeRegistry registry = PortTypeRegistry.getInstance();
    try (OutputStream file = create(folder.resolve(SPEC));
        PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(file)) {
      registry
          .getSpecSerializer(spec.getClass())
          .orElseThrow(() -> unknown(spec))
          .savePortObjectSpec(spec, out);
    }
    try (OutputStream file = create(folder.resolve(OBJECT));
        PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(file)) {
      registry
          .getObjectSerializer(object.getClass())
          .orElseThrow(() -> unknown(object))
          .savePortObject(object, out, new ExecutionMonitor());
    } catch (CanceledExecutionException e) {
      throw new IOException(e);
    }
  }

  private static IOException unknown(Object object) {
    return new IOException(
        "No serializer is registered for " + object.getClass().getName() + " in a plugin.xml.");
  }

  private static OutputStream create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new BufferedOutputStream(Files.newOutputStream(file));
  }

  /** Reads a port object. */
  static PortObject load(Path folder, NodeSettingsRO settings)
      throws IOException, InvalidSettingsException {
    PortTypeRegistry registry = PortTypeRegistry.getInstance();
    Class<? extends PortObjectSpec> specClass =
        registry
            .getSpecClass(settings.getString("port_spec_class"))
            .orElseThrow(() -> new IOException("Invalid spec class"));
    Class<? extends PortObject> objectClass =
        registry
            .getObjectClass(settings.getString("port_object_class"))
            .orElseThrow(() -> new IOException("Invalid object class"));
    PortObjectSpec spec;
    try (InputStream file = open(folder.resolve(settings.getString("port_spec_location")));
        PortObjectSpecZipInputStream in = PortUtil.getPortObjectSpecZipInputStream(file)) {
      spec = registry.getSpecSerializer(specClass).orElseThrow().loadPortObjectSpec(in);
    }
    PortObject object;
    try (InputStream file = open(folder.resolve(settings.getString("port_object_location")));
        PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(file)) {
      object =
          registry
              .getObjectSerializer(objectClass)
              .orElseThrow()
              .loadPortObject(in, spec, new ExecutionMonitor());
    } catch (CanceledExecutionException e) {
      throw new IOException(e);
    }
    return object;
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }
}
