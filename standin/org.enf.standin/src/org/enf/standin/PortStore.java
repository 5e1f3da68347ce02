package org.enf.standin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.filestore.FileStorePortObject;
import org.knime.core.data.filestore.StandinFileStores;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
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
  private static final String FILES = "object/filestore.xml";
  private static final String KEYS = "filestore_keys";

  private PortStore() {}

  static void save(PortObject object, Path folder, NodeSettings settings, String storeId)
      throws IOException {
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
    if (object instanceof FileStorePortObject stored) {
      saveFiles(stored, folder, storeId);
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

  private static void saveFiles(FileStorePortObject object, Path folder, String storeId)
      throws IOException {
    ModelContent content = new ModelContent("filestore");
    ModelContentWO keys = content.addModelContent(KEYS);
    List<File> files = StandinFileStores.files(object);
    for (int i = 0; i < files.size(); i++) {
      ModelContentWO key = keys.addModelContent("filestore_key_" + i);
      key.addString("storeUUID", storeId);
      key.addInt("index", i);
      key.addString("name", files.get(i).getName());
      key.addInt("iterationIndex", -1);
    }
    try (OutputStream out = create(folder.resolve(FILES))) {
      content.saveToXML(out);
    }
  }

  /**
   * Reads a port object.
   *
   * @param fileStores the folder of the node's file stores
   */
  static PortObject load(Path folder, NodeSettingsRO settings, Path fileStores)
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
    if (object instanceof FileStorePortObject stored) {
      StandinFileStores.attach(stored, loadFiles(folder, fileStores));
    }
    return object;
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static List<File> loadFiles(Path folder, Path fileStores)
      throws IOException, InvalidSettingsException {
    ModelContentRO keys;
    try (InputStream in = open(folder.resolve(FILES))) {
      keys = ModelContent.loadFromXML(in).getModelContent(KEYS);
    }
    List<File> files = new ArrayList<>();
    for (String key : keys.keySet()) {
      String name = keys.getModelContent(key).getString("name");
      files.add(fileStores.resolve("000").resolve("000").resolve(name).toFile());
    }
    return files;
  }
}
