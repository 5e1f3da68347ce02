package org.enf.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A saved workflow: loaded with KNIME's checks and some more, and executed as far as its nodes are
 * our own or have a double here. Saved data are not loaded: every node starts anew.
 */
public final class Workflow {
  private final Map<Integer, WorkflowNode> nodes;
  private final List<Connection> connections;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Findings findings;

  private Workflow(
      Map<Integer, WorkflowNode> nodes, List<Connection> connections, Findings findings) {
    this.nodes = nodes;
    this.connections = connections;
    this.findings = findings;
  }

  /**
   * Loads a workflow.
   *
   * @param folder where workflow.knime is
   * @param own the nodes that are executed
   * @throws IOException if there is no workflow that can be read
   */
  public static Workflow load(Path folder, OwnNodes own) throws IOException {
    Findings findings = new Findings();
    WorkflowLoader loader = new WorkflowLoader(folder, own, findings);
    loader.checkWorkflow();
    List<Variable> variables = loader.loadVariables();
    Map<Integer, WorkflowNode> nodes = loader.loadNodes();
    Workflow workflow = new Workflow(nodes, loader.loadConnections(), findings);
    variables.forEach(workflow::put);
    new StateCheck(workflow, findings).check();
    return workflow;
  }

  private void put(Variable variable) {
    variables.put(variable.name(), variable);
  }

  /** What is wrong with it. */
  public List<Finding> findings() {
    return findings.all();
  }

  /** What KNIME would report as an error. */
  public List<Finding> errors() {
    return findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }

  /** All nodes that could be loaded, those of other bundles, too. */
  public Collection<WorkflowNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The node with this number. */
  public Optional<WorkflowNode> node(int id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** All connections that could be made. */
  public List<Connection> connections() {
    return connections;
  }

  /** The variables of the workflow, by their names. */
  public Map<String, Variable> variables() {
    return Map.copyOf(variables);
  }

  /**
   * Sets a variable, as {@code -workflow.variable} does.
   *
   * @return whether the workflow has it; the nodes can use it in any case
   */
  public boolean setVariable(Variable variable) {
    return variables.put(variable.name(), variable) != null;
  }

  /**
   * Changes a setting of a node, as {@code -option} does.
   *
   * @throws IllegalArgumentException if there is no such node, or no such setting of this type
   */
  public void setOption(int id, String path, Object value) {
    NodeSettings model = nodes.containsKey(id) ? nodes.get(id).model() : null;
    NodeRun run = node(id).flatMap(WorkflowNode::run).orElse(null);
    if (model == null || run == null) {
      throw new IllegalArgumentException("There are no settings of a node " + id + ".");
    }
    Settings.set(model, path, value);
    try {
      run.load(model);
    } catch (InvalidSettingsException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The connection to an input. */
  Optional<Connection> into(int node, int port) {
    return connections.stream()
        .filter(connection -> connection.target() == node && connection.targetPort() == port)
        .findFirst();
  }

  /** The numbers of the nodes right before a node. */
  List<Integer> before(int node) {
    return connections.stream()
        .filter(connection -> connection.target() == node)
        .map(Connection::source)
        .distinct()
        .toList();
  }

  /** The nodes, each after those before it. */
  List<WorkflowNode> inOrder() {
    List<WorkflowNode> ordered = new ArrayList<>();
    List<WorkflowNode> left = new ArrayList<>(nodes.values());
    while (!left.isEmpty()) {
      // There is always one, as no connection closes a circle.
      WorkflowNode next =
          left.stream()
              .filter(node -> before(node.id()).stream().map(nodes::get).noneMatch(left::contains))
              .findFirst()
              .orElseThrow();
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  /** Executes the nodes, each after those before it; what cannot be executed is skipped. */
  public List<NodeReport> execute() {
    return new WorkflowRun(this).execute();
  }
}
