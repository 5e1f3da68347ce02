package org.enf.standin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Writes nodes to folders and reads them. */
final class NodeStore {
  private static final String SETTINGS = "settings.xml";
  private static final String INTERNAL = "internalTables";

  private final NodeRun run;
  private final Path folder;
  private final Map<String, BufferedDataTable> tables = new HashMap<>();

  private NodeStore(NodeRun run, Path folder) {
    this.run = run;
    this.folder = folder;
  }

  static SavedNode save(NodeRun run, Path folder) throws IOException {
    NodeStore store = new NodeStore(run, folder);
    NodeSettings settings = new NodeSettings(SETTINGS);
    settings.addString("node_file", SETTINGS);
    settings.addNodeSettings("flow_stack");
    settings
        .addNodeSettings("internal_node_subsettings")
        .addString("memory_policy", "CacheSmallInMemory");
    run.settings().copyTo(settings.addNodeSettings("model"));
    if (run.factory().hasNodeView()) {
      run.viewSettings().copyTo(settings.addNodeSettings("view"));
    }
    settings.addString("state", run.state().name());
    store.saveFactory(settings);
    boolean executed = run.state() == NodeState.EXECUTED;
    settings.addBoolean("hasContent", executed);
    settings.addBoolean("isInactive", false);
    Files.createDirectories(folder);
    store.savePorts(settings.addNodeSettings("ports"), executed);
    if (executed) {
      store.saveInternal(settings);
    }
    NodeSettingsWO fileStores = settings.addNodeSettings("filestores");
    fileStores.addString("file_store_location", null);
    fileStores.addString("file_store_id", null);
    try (OutputStream out = Files.newOutputStream(folder.resolve(SETTINGS))) {
      settings.saveToXML(out);
    }
    return new SavedNode(folder, Map.copyOf(store.tables));
  }

  private void saveFactory(NodeSettings settings) {
    DefaultNodeFactory factory = run.factory();
    settings.addString("factory", factory.getClass().getName());
    settings.addString("node-name", factory.getNodeName());
    Bundle bundle = FrameworkUtil.getBundle(factory.getClass());
    Dictionary<String, String> headers = bundle == null ? null : bundle.getHeaders();
    settings.addString("node-bundle-name", headers == null ? null : headers.get("Bundle-Name"));
    settings.addString(
        "node-bundle-symbolic-name", bundle == null ? null : bundle.getSymbolicName());
    settings.addString("node-bundle-vendor", headers == null ? null : headers.get("Bundle-Vendor"));
    settings.addNodeSettings("factory_settings");
    run.node().saveCreation(settings);
  }

  private void savePorts(NodeSettingsWO settings, boolean executed) throws IOException {
    for (int i = 1; i <= run.node().outputs().length; i++) {
      String name = "port_" + i;
      NodeSettings port = (NodeSettings) settings.addNodeSettings(name);
      port.addInt("index", i);
      if (executed) {
        savePort(run.outputs().get(i - 1), name, port);
      }
      port.addString("port_dir_location", executed ? name : null);
    }
  }

  private void savePort(PortObject object, String name, NodeSettings settings) throws IOException {
    if (object instanceof BufferedDataTable table) {
      tables.put(name, table);
      settings.addString("port_spec_class", table.getSpec().getClass().getName());
      settings.addString("port_object_class", table.getClass().getName());
    } else {
      PortStore.save(object, folder.resolve(name), settings);
    }
    settings.addString("port_object_summary", object.getSummary());
  }

  private void saveInternal(NodeSettings settings) throws IOException {
    PortObject[] objects =
        run.node().model() instanceof PortObjectHolder holder
            ? holder.getInternalPortObjects()
            : null;
    if (objects == null) {
      return;
    }
    NodeSettingsWO internal = settings.addNodeSettings("internalObjects");
    internal.addString("location", INTERNAL);
    NodeSettingsWO content = internal.addNodeSettings("content");
    List<PortObject> outputs = run.outputs();
    for (int i = 0; i < objects.length; i++) {
      String name = "object_" + i;
      NodeSettings each = (NodeSettings) content.addNodeSettings(name);
      each.addInt("index", i);
      if (objects[i] == null) {
        each.addString("type", "null");
      } else if (objects[i] instanceof BufferedDataTable table) {
        tables.put(INTERNAL + "/" + name, table);
        each.addString("type", "table");
        each.addString("table_dir_location", name);
      } else if (outputs.contains(objects[i])) {
        each.addString("type", "referenced_output");
        each.addInt("outport", outputs.indexOf(objects[i]) + 1);
      } else {
        each.addString("type", "non-table");
        each.addString("port_dir_location", name);
        PortStore.save(objects[i], folder.resolve(INTERNAL).resolve(name), each);
      }
    }
  }

  static NodeRun load(DefaultNodeFactory factory, SavedNode saved)
      throws IOException, InvalidSettingsException {
    NodeSettings settings = read(saved.folder().resolve(SETTINGS));
    NodeRun run = NodeRun.of(factory, settings);
    run.load(settings.getNodeSettings("model"));
    if (settings.containsKey("view")) {
      run.restoreView(settings.getNodeSettings("view"));
    }
    if (NodeState.valueOf(settings.getString("state")) == NodeState.EXECUTED) {
      loadOutputs(run, settings, saved);
    }
    return run;
  }

  static NodeSettings read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return (NodeSettings) NodeSettings.loadFromXML(in);
    }
  }

  private static void loadOutputs(NodeRun run, NodeSettings settings, SavedNode saved)
      throws IOException, InvalidSettingsException {
    NodeSettingsRO ports = settings.getNodeSettings("ports");
    PortObject[] objects = new PortObject[run.node().outputs().length];
    PortObjectSpec[] specs = new PortObjectSpec[objects.length];
    for (String name : ports.keySet()) {
      NodeSettingsRO port = ports.getNodeSettings(name);
      int index = port.getInt("index") - 1;
      objects[index] = saved.tables().get(name);
      if (objects[index] == null) {
        objects[index] = PortStore.load(saved.folder().resolve(name), port);
      }
      specs[index] = objects[index].getSpec();
    }
    run.restore(specs, objects);
    if (settings.containsKey("internalObjects")) {
      PortObject[] internal = internal(settings.getNodeSettings("internalObjects"), objects, saved);
      ((PortObjectHolder) run.node().model()).setInternalPortObjects(internal);
    }
  }

  private static PortObject[] internal(
      NodeSettingsRO settings, PortObject[] outputs, SavedNode saved)
      throws IOException, InvalidSettingsException {
    NodeSettingsRO content = settings.getNodeSettings("content");
    PortObject[] objects = new PortObject[content.keySet().size()];
    for (String name : content.keySet()) {
      NodeSettingsRO each = content.getNodeSettings(name);
      Path place = saved.folder().resolve(INTERNAL).resolve(name);
      objects[each.getInt("index")] =
          switch (each.getString("type")) {
            case "null" -> null;
            case "table" -> saved.tables().get(INTERNAL + "/" + name);
            case "referenced_output" -> outputs[each.getInt("outport") - 1];
            default -> PortStore.load(place, each);
          };
    }
    return objects;
  }
}
