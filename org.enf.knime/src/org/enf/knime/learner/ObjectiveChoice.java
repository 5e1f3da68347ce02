package org.enf.knime.learner;

import org.enf.core.learner.ObjectiveKind;
import org.knime.node.parameters.widget.choices.Label;

/** What a training minimises. */
enum ObjectiveChoice {
  @Label(
      value = "Flow matching",
      description =
          "Learns the velocity directly, without solving an equation: useful molecules after"
              + " minutes.")
  FLOW_MATCHING(ObjectiveKind.FM),

  @Label(
      value = "Maximum likelihood",
      description = "The objective of the paper: exact, and slower by orders of magnitude.")
  MAXIMUM_LIKELIHOOD(ObjectiveKind.ML);

  private final ObjectiveKind kind;

  ObjectiveChoice(ObjectiveKind kind) {
    this.kind = kind;
  }

  ObjectiveKind kind() {
    return kind;
  }
}
