package org.enf.standin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Which variables reach which node: those of the workflow, and what nodes before it expose. */
final class NodeVariables {
  private final Workflow workflow;
  private final Map<Integer, Map<String, Variable>> behind = new HashMap<>();

  NodeVariables(Workflow workflow) {
    this.workflow = workflow;
  }

  /**
   * Loads the settings of a node with variables in place.
   *
   * @throws InvalidSettingsException with KNIME's message if that is not possible
   */
  void load(WorkflowNode node, NodeRun run) throws InvalidSettingsException {
    Map<String, Variable> variables = new HashMap<>(workflow.variables());
    for (int before : workflow.before(node.id())) {
      variables.putAll(behind.getOrDefault(before, Map.of()));
    }
    NodeSettings model = node.model() == null ? run.settings() : Settings.copy(node.model());
    try {
      List<Variable> exposed = overwrite(node, model, variables);
      if (!node.variables().used().isEmpty()) {
        run.load(model);
      }
      checkView(node, run, variables);
      exposed.forEach(variable -> variables.put(variable.name(), variable));
    } catch (InvalidSettingsException e) {
      throw new InvalidSettingsException(
          "Errors loading flow variables into node : " + e.getMessage(), e);
    }
    behind.put(node.id(), variables);
  }

  private static void checkView(WorkflowNode node, NodeRun run, Map<String, Variable> variables)
      throws InvalidSettingsException {
    NodeSettings view = Settings.child(node.settings(), "view");
    if (view != null && !node.viewVariables().used().isEmpty()) {
      NodeSettings changed = Settings.copy(view);
      node.viewVariables().apply(changed, variables);
      run.node().validateViewSettings(changed);
      run.restoreView(changed);
    }
  }

  private static List<Variable> overwrite(
      WorkflowNode node, NodeSettings model, Map<String, Variable> variables)
      throws InvalidSettingsException {
    try {
      return node.variables().apply(model, variables);
    } catch (InvalidSettingsException e) {
      throw new InvalidSettingsException(
          "Errors overwriting node settings with flow variables: " + e.getMessage(), e);
    }
  }
}
