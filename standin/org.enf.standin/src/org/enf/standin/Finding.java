package org.enf.standin;

/**
 * Something that is wrong with a saved workflow.
 *
 * @param severity how bad it is
 * @param node the number of the node; 0 for the workflow itself
 * @param message what is wrong; in KNIME's words where KNIME would say it
 */
public record Finding(Severity severity, int node, String message) {
  /** How bad it is. */
  public enum Severity {
    /** KNIME loads the workflow without it or not at all. */
    ERROR,
    /** KNIME complains, or silently does something else than the workflow says. */
    WARNING
  }

  @Override
  public String toString() {
    String where = node == 0 ? "workflow" : "node " + node;
    return severity + " " + where + ": " + message;
  }
}
