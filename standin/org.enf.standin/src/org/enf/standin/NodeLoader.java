package org.enf.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.StandinNodes;

/** Loads the nodes of a workflow and tells what KNIME would complain of in their settings. */
final class NodeLoader {
  private static final Set<String> STATES =
      Set.of(
          "IDLE",
          "CONFIGURED",
          "UNCONFIGURED_MARKEDFOREXEC",
          "CONFIGURED_MARKEDFOREXEC",
          "EXECUTED_MARKEDFOREXEC",
          "CONFIGURED_QUEUED",
          "EXECUTED_QUEUED",
          "PREEXECUTE",
          "EXECUTING",
          "EXECUTINGREMOTELY",
          "POSTEXECUTE",
          "EXECUTED");

  private final OwnNodes own;
  private final Findings findings;

  NodeLoader(OwnNodes own, Findings findings) {
    this.own = own;
    this.findings = findings;
  }

  /** The node; empty if KNIME cannot even put a placeholder in its place. */
  Optional<WorkflowNode> load(int id, Path file) {
    String skipping = "Unable to load node with ID suffix " + id + " into workflow, skipping it";
    NodeSettings settings;
    try {
      settings = WorkflowFiles.read(file);
    } catch (IOException e) {
      findings.error(id, skipping + ": " + e.getMessage());
      return Optional.empty();
    }
    String[] needed = {
      "factory", "node-name", "node-bundle-name", "node-bundle-symbolic-name", "node-bundle-vendor"
    };
    if (!findings.need(id, skipping, settings, ConfigEntries.xstring, needed)) {
      return Optional.empty();
    } else if (settings.getString("factory", null) == null) {
      findings.error(id, skipping + ": Factory class is null");
      return Optional.empty();
    }
    checkContainer(id, settings);
    WorkflowNode bare = new WorkflowNode(id, file.getParent(), settings, null);
    NodeRun run = bare.bundle().equals(own.name()) ? ownRun(bare) : doubleRun(bare);
    WorkflowNode node = new WorkflowNode(id, file.getParent(), settings, run);
    checkPorts(node);
    if (run != null) {
      checkModel(node, run);
      checkView(node, run);
    }
    return Optional.of(node);
  }

  private void checkContainer(int id, NodeSettings settings) {
    String state = "Can't restore node's state, fallback to IDLE";
    if (findings.need(id, state, settings, ConfigEntries.xstring, "state")
        && !STATES.contains(settings.getString("state", ""))) {
      String value = settings.getString("state", "");
      findings.error(id, state + ": Unable to parse state \"" + value + "\"");
    }
    if (settings.containsKey("nodeAnnotation")) {
      NodeSettings annotation = Settings.child(settings, "nodeAnnotation");
      findings.annotation(id, "Can't load node annotation", annotation);
    }
    if (settings.containsKey("customDescription")) {
      String what = "Invalid custom description in settings";
      findings.need(id, what, settings, ConfigEntries.xstring, "customDescription");
    }
    NodeSettings message = Settings.child(settings, "nodecontainer_message");
    if (message != null) {
      String what = "Unable to load node message";
      findings.need(id, what, message, ConfigEntries.xstring, "type", "message");
    }
    findings.group(id, "Unable to load SNC settings", settings, "internal_node_subsettings");
    NodeSettings stack = findings.group(id, "Error loading flow variables", settings, "flow_stack");
    for (String key : stack) {
      NodeSettings object = Settings.child(stack, key);
      String what = "Error loading flow variables";
      if (object != null
          && findings.need(id, what, object, ConfigEntries.xstring, "type")
          && "variable".equals(object.getString("type", ""))) {
        findings.need(id, what, object, ConfigEntries.xstring, "name", "class");
      }
    }
    findings.need(
        id, "Unable to load hasContent flag", settings, ConfigEntries.xboolean, "hasContent");
    String what = "Unable to load file store handler for node";
    NodeSettings stores = findings.group(id, what, settings, "filestores");
    findings.need(id, what, stores, ConfigEntries.xstring, "file_store_location");
  }

  private void checkPorts(WorkflowNode node) {
    String what = "Unable to load port content for node \"" + node.name() + "\"";
    NodeSettings ports = findings.group(node.id(), what, node.settings(), "ports");
    for (String key : ports) {
      NodeSettings port = Settings.child(ports, key);
      if (port == null) {
        continue;
      }
      findings.need(node.id(), what, port, ConfigEntries.xint, "index");
      findings.need(node.id(), what, port, ConfigEntries.xstring, "port_dir_location");
      int index = port.getInt("index", 0);
      int outputs = node.run().map(run -> run.node().outputs().length).orElse(Integer.MAX_VALUE);
      if (index < 0 || index > outputs) {
        findings.error(node.id(), what + ": Invalid outport index in settings: " + index);
      }
    }
  }

  private NodeRun doubleRun(WorkflowNode node) {
    return NodeDouble.of(node)
        .map(each -> run(node, each.type(), each.bundleName(), each.vendor()))
        .orElse(null);
  }

  private NodeRun ownRun(WorkflowNode node) {
    Optional<Class<? extends DefaultNodeFactory>> type = own.factory(node.factory());
    if (type.isEmpty()) {
      findings.error(
          node.id(),
          String.format(
              "Unknown factory class \"%s\" -- not registered via extension point",
              node.factory()));
      return null;
    }
    return run(node, type.get(), own.displayName(), own.vendor());
  }

  private NodeRun run(
      WorkflowNode node,
      Class<? extends DefaultNodeFactory> type,
      String bundleName,
      String vendor) {
    NodeRun run;
    try {
      run = NodeRun.of(Factories.create(type), node.settings());
    } catch (InvalidSettingsException | RuntimeException e) {
      findings.error(
          node.id(),
          "Unable to instantiate creation config for node \""
              + node.name()
              + "\": "
              + e.getMessage());
      return null;
    }
    checkSame(node, "name", node.name(), run.factory().getNodeName());
    String savedBundle = node.settings().getString("node-bundle-name", "");
    checkSame(node, "bundle", savedBundle, bundleName);
    checkSame(node, "vendor", node.settings().getString("node-bundle-vendor", ""), vendor);
    checkGroups(node, run);
    return run;
  }

  private void checkSame(WorkflowNode node, String what, String saved, String actual) {
    if (saved != null && !saved.equals(actual)) {
      findings.warning(
          node.id(), "The " + what + " is \"" + saved + "\" instead of \"" + actual + "\".");
    }
  }

  private void checkGroups(WorkflowNode node, NodeRun run) {
    NodeSettings creation = Settings.child(node.settings(), "node_creation_config");
    if (creation == null) {
      return;
    }
    List<String> groups =
        StandinNodes.groups(run.factory()).stream().map(StandinNodes.Group::id).toList();
    for (String key : creation) {
      if (!groups.contains(key)) {
        findings.warning(node.id(), "The node has no group of ports \"" + key + "\".");
      }
    }
  }

  private void checkModel(WorkflowNode node, NodeRun run) {
    NodeSettings model = node.model();
    if (model == null) {
      findings.warning(node.id(), "There are no model settings: KNIME takes the defaults.");
      return;
    }
    try {
      run.load(model);
    } catch (InvalidSettingsException e) {
      fail(node, "Loading model settings failed: " + e.getMessage());
    } catch (RuntimeException e) {
      String name = e.getClass().getSimpleName();
      fail(node, "Caught \"" + name + "\", Loading model settings failed: " + e.getMessage());
    }
    for (String difference : Settings.differences(model, run.settings())) {
      findings.warning(node.id(), "In the model settings, " + difference + ".");
    }
    for (String path : node.variables().unknown(model)) {
      findings.warning(
          node.id(), "KNIME ignores the variable for " + path + ": there is no such setting.");
    }
  }

  private void fail(WorkflowNode node, String message) {
    switch (node.settings().getString("state", "IDLE")) {
      case "IDLE" ->
          findings.warning(
              node.id(), message + " (KNIME takes the defaults and does not even say so)");
      case "EXECUTED" -> findings.warning(node.id(), message);
      default -> findings.error(node.id(), message);
    }
  }

  private void checkView(WorkflowNode node, NodeRun run) {
    NodeSettings view = Settings.child(node.settings(), "view");
    if (view == null) {
      return;
    }
    try {
      run.node().validateViewSettings(view);
    } catch (InvalidSettingsException | RuntimeException e) {
      findings.error(node.id(), "Loading view settings failed: " + e.getMessage());
    }
    for (String difference : Settings.differences(view, run.viewSettings())) {
      findings.warning(node.id(), "In the view settings, " + difference + ".");
    }
    run.restoreView(view);
  }
}
