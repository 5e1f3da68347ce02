package org.enf.standin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Configures all nodes that can be, as KNIME does after loading, and compares their states. */
final class StateCheck {
  private final Workflow workflow;
  private final Findings findings;
  private final NodeVariables variables;
  private final Map<Integer, PortObjectSpec[]> outputs = new HashMap<>();

  StateCheck(Workflow workflow, Findings findings) {
    this.workflow = workflow;
    this.findings = findings;
    variables = new NodeVariables(workflow);
  }

  void check() {
    for (WorkflowNode node : workflow.inOrder()) {
      node.run().ifPresent(run -> check(node, run));
    }
  }

  private void check(WorkflowNode node, NodeRun run) {
    if (dependsOnOthers(node)) {
      return;
    }
    String saved = node.settings().getString("state", "IDLE");
    Optional<PortObjectSpec[]> specs = inputs(node, run);
    NodeState state = NodeState.IDLE;
    if (specs.isPresent()) {
      try {
        variables.load(node, run);
        Configured configured = run.configure(specs.get());
        outputs.put(node.id(), configured.specs().toArray(PortObjectSpec[]::new));
        state = NodeState.CONFIGURED;
      } catch (InvalidSettingsException | RuntimeException e) {
        findings.warning(node.id(), e.getMessage());
      }
    }
    if (!saved.equals(state.name())) {
      findings.warning(node.id(), "State has changed from " + saved + " to " + state);
    }
  }

  /** What nodes of other bundles do cannot be told. */
  private boolean dependsOnOthers(WorkflowNode node) {
    return workflow.before(node.id()).stream()
        .map(workflow::node)
        .flatMap(Optional::stream)
        .anyMatch(before -> before.run().isEmpty() || dependsOnOthers(before));
  }

  private Optional<PortObjectSpec[]> inputs(WorkflowNode node, NodeRun run) {
    PortType[] types = run.node().inputs();
    PortObjectSpec[] specs = new PortObjectSpec[types.length];
    for (int i = 0; i < types.length; i++) {
      Optional<Connection> connection = workflow.into(node.id(), i + 1);
      PortObjectSpec[] before = connection.map(Connection::source).map(outputs::get).orElse(null);
      specs[i] = before == null ? null : before[connection.get().sourcePort() - 1];
      if (specs[i] == null && (connection.isPresent() || !types[i].isOptional())) {
        return Optional.empty();
      }
    }
    return Optional.of(specs);
  }
}
