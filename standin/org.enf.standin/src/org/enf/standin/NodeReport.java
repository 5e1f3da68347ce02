package org.enf.standin;

import java.util.Optional;

/**
 * What became of a node of a workflow.
 *
 * @param node its number
 * @param name its name
 * @param outcome what became of it
 * @param message why it was skipped or failed; empty if it was executed
 * @param warning what it warns of
 */
public record NodeReport(
    int node, String name, Outcome outcome, String message, Optional<String> warning) {
  /** What can become of a node. */
  public enum Outcome {
    /** Its outputs are there. */
    EXECUTED,
    /** It is of another bundle, and its outputs are those of a double. */
    EXECUTED_BY_DOUBLE,
    /** It is of another bundle, or something before it is missing. */
    SKIPPED,
    /** It failed, or its settings do not allow an execution. */
    FAILED
  }

  static NodeReport executed(WorkflowNode node, Optional<String> warning) {
    Outcome outcome = node.isDouble() ? Outcome.EXECUTED_BY_DOUBLE : Outcome.EXECUTED;
    return new NodeReport(node.id(), node.name(), outcome, "", warning);
  }

  static NodeReport skipped(WorkflowNode node, String why) {
    return new NodeReport(node.id(), node.name(), Outcome.SKIPPED, why, Optional.empty());
  }

  static NodeReport failed(WorkflowNode node, String message) {
    return new NodeReport(node.id(), node.name(), Outcome.FAILED, message, Optional.empty());
  }

  @Override
  public String toString() {
    String text = name + " #" + node + " " + outcome;
    String why = message.isEmpty() ? "" : ": " + message;
    return text + why + warning.map(each -> " (" + each + ")").orElse("");
  }
}
