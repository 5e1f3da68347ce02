package org.enf.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** Loads a workflow and tells what KNIME would complain of in it. */
final class WorkflowLoader {
  private static final String VERSION = "5.1.0";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");
  private static final int WORKFLOW = 0;

  private final Path folder;
  private final NodeLoader nodeLoader;
  private final Findings findings;
  private final NodeSettings settings;
  private final Map<Integer, WorkflowNode> nodes = new LinkedHashMap<>();

  /**
   * Reads the file of the workflow.
   *
   * @throws IOException if it cannot be read
   */
  WorkflowLoader(Path folder, OwnNodes own, Findings findings) throws IOException {
    this.folder = folder;
    this.findings = findings;
    nodeLoader = new NodeLoader(own, findings);
    settings = WorkflowFiles.read(folder.resolve("workflow.knime"));
  }

  /** The nodes, by their numbers. */
  Map<Integer, WorkflowNode> loadNodes() {
    String what = "Can't load nodes in workflow, config not found";
    NodeSettings entries = findings.group(WORKFLOW, what, settings, "nodes");
    for (String key : entries) {
      NodeSettings entry = Settings.child(entries, key);
      if (entry != null) {
        loadNode(key, entry);
      }
    }
    return nodes;
  }

  private void loadNode(String key, NodeSettings entry) {
    String noId = "Unable to load node ID (internal id \"" + key + "\")";
    if (!findings.need(WORKFLOW, noId, entry, ConfigEntries.xint, "id")) {
      return;
    }
    int id = entry.getInt("id", 0);
    checkEntry(id, entry);
    String file = entry.getString("node_settings_file", null);
    if (file == null || !Files.isRegularFile(folder.resolve(file))) {
      findings.error(
          id,
          "Unable to load settings for node with ID suffix "
              + id
              + ": Unable to read settings file "
              + file);
      return;
    }
    if (nodes.containsKey(id)) {
      findings.error(WORKFLOW, "Duplicate id encountered in workflow: " + id);
      return;
    }
    nodeLoader.load(id, folder.resolve(file)).ifPresent(node -> nodes.put(id, node));
  }

  private void checkEntry(int id, NodeSettings entry) {
    String noType = "Can't retrieve node type for contained node with id suffix " + id;
    if (findings.need(id, noType, entry, ConfigEntries.xstring, "node_type")
        && !"NativeNode".equals(entry.getString("node_type", ""))) {
      findings.error(id, "Only native nodes are loaded here.");
    }
    if (entry.getString("ui_classname", null) == null) {
      return;
    }
    String noUi = "Unable to load UI information to node with ID suffix " + id;
    NodeSettings ui = findings.group(id, noUi, entry, "ui_settings");
    if (findings.need(id, noUi, ui, ConfigEntries.config, "extrainfo.node.bounds")) {
      int[] bounds = ui.getIntArray("extrainfo.node.bounds", (int[]) null);
      if (bounds == null || bounds.length < 4) {
        findings.error(id, noUi + ": the bounds are not four numbers");
      }
    }
  }

  /** Checks what belongs to the workflow itself. */
  void checkWorkflow() {
    findings.need(
        WORKFLOW, "Can't find workflow version", settings, ConfigEntries.xstring, "version");
    String version = settings.getString("version", VERSION);
    if (!VERSION.equals(version)) {
      findings.error(WORKFLOW, "The version of the format is " + version + ", not " + VERSION);
    }
    String noState = "Can't restore node's state, fallback to IDLE";
    findings.need(WORKFLOW, noState, settings, ConfigEntries.xstring, "state");
    findings.group(WORKFLOW, "Unable to load credentials", settings, "workflow_credentials");
    NodeSettings author = Settings.child(settings, "authorInformation");
    if (author != null) {
      checkAuthor(author);
    }
    NodeSettings annotations = Settings.child(settings, "annotations");
    if (annotations != null) {
      for (String key : annotations) {
        NodeSettings annotation = Settings.child(annotations, key);
        findings.annotation(WORKFLOW, "Unable to load workflow annotations", annotation);
      }
    }
    NodeSettings editor = Settings.child(settings, "workflow_editor_settings");
    if (editor != null) {
      checkEditor(editor);
    }
    if (settings.containsKey("meta_in_ports") || settings.containsKey("meta_out_ports")) {
      findings.error(WORKFLOW, "A workflow with ports is not a project.");
    }
  }

  private void checkAuthor(NodeSettings author) {
    String what = "Unable to load workflow author information";
    String[] keys = {"authored-by", "authored-when", "lastEdited-by", "lastEdited-when"};
    findings.need(WORKFLOW, what, author, ConfigEntries.xstring, keys);
    for (String key : List.of("authored-when", "lastEdited-when")) {
      String date = author.getString(key, null);
      try {
        if (date != null) {
          OffsetDateTime.parse(date, DATE);
        }
      } catch (DateTimeParseException e) {
        findings.warning(WORKFLOW, "Can't parse " + key + "-date \"" + date + "\".");
      }
    }
  }

  private void checkEditor(NodeSettings editor) {
    String what = "Unable to load editor UI information";
    String[] flags = {"workflow.editor.snapToGrid", "workflow.editor.ShowGrid"};
    findings.need(WORKFLOW, what, editor, ConfigEntries.xboolean, flags);
    String[] numbers = {"workflow.editor.gridX", "workflow.editor.gridY"};
    findings.need(WORKFLOW, what, editor, ConfigEntries.xint, numbers);
    findings.need(WORKFLOW, what, editor, ConfigEntries.xdouble, "workflow.editor.zoomLevel");
  }

  /** The variables of the workflow. */
  List<Variable> loadVariables() {
    List<Variable> variables = new ArrayList<>();
    NodeSettings entries = Settings.child(settings, "workflow_variables");
    if (entries != null) {
      for (String key : entries) {
        try {
          variables.add(Variable.load(entries.getNodeSettings(key)));
        } catch (InvalidSettingsException e) {
          findings.error(WORKFLOW, "Unable to load workflow variables: " + e.getMessage());
        }
      }
    }
    return variables;
  }

  /** The connections of nodes that were loaded before. */
  List<Connection> loadConnections() {
    String what = "Can't load workflow connections, config not found";
    NodeSettings entries = findings.group(WORKFLOW, what, settings, "connections");
    ConnectionChecks checks = new ConnectionChecks(nodes, findings);
    for (String key : entries) {
      NodeSettings entry = Settings.child(entries, key);
      String bad = "Can't load connection with internal ID \"" + key + "\"";
      String[] keys = {"sourceID", "sourcePort", "destID", "destPort"};
      if (entry != null && findings.need(WORKFLOW, bad, entry, ConfigEntries.xint, keys)) {
        checks.add(
            new Connection(
                entry.getInt("sourceID", 0),
                entry.getInt("sourcePort", 0),
                entry.getInt("destID", 0),
                entry.getInt("destPort", 0)));
      }
    }
    return checks.connections();
  }
}
