package org.enf.standin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;

/** One execution of a workflow. */
final class WorkflowRun {
  private final Workflow workflow;
  private final NodeVariables variables;
  private final Map<Integer, PortObject[]> outputs = new HashMap<>();

  WorkflowRun(Workflow workflow) {
    this.workflow = workflow;
    variables = new NodeVariables(workflow);
  }

  List<NodeReport> execute() {
    List<NodeReport> reports = new ArrayList<>();
    for (WorkflowNode node : workflow.inOrder()) {
      Optional<String> missing = missing(node);
      reports.add(
          missing
              .map(why -> NodeReport.skipped(node, why))
              .orElseGet(() -> execute(node, node.run().orElseThrow())));
    }
    return reports;
  }

  /** Why a node cannot be executed. */
  private Optional<String> missing(WorkflowNode node) {
    if (node.run().isEmpty()) {
      return Optional.of("there is no such node here: " + node.factory());
    }
    for (int before : workflow.before(node.id())) {
      if (!outputs.containsKey(before)) {
        return Optional.of("node " + before + " before it was not executed");
      }
    }
    PortType[] types = node.run().get().node().inputs();
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isOptional() && workflow.into(node.id(), i + 1).isEmpty()) {
        return Optional.of("nothing is connected to input " + (i + 1));
      }
    }
    return Optional.empty();
  }

  private NodeReport execute(WorkflowNode node, NodeRun run) {
    try {
      variables.load(node, run);
      Executed executed = run.execute(inputs(node, run));
      outputs.put(node.id(), executed.objects().toArray(PortObject[]::new));
      return NodeReport.executed(node, executed.warning());
    } catch (InvalidSettingsException | CanceledExecutionException | NodeFailure e) {
      return NodeReport.failed(node, e.getMessage());
    }
  }

  private PortObject[] inputs(WorkflowNode node, NodeRun run) {
    PortObject[] inputs = new PortObject[run.node().inputs().length];
    for (int i = 0; i < inputs.length; i++) {
      Optional<Connection> connection = workflow.into(node.id(), i + 1);
      if (connection.isPresent()) {
        inputs[i] = outputs.get(connection.get().source())[connection.get().sourcePort() - 1];
      }
    }
    return inputs;
  }
}
