package org.enf.knime.learner;

import org.knime.node.parameters.widget.choices.Label;

/** What becomes of the checkpoint of a run that was cancelled. */
enum CheckpointUse {
  @Label(value = "Go on", description = "Training goes on from it.")
  GO_ON,

  @Label(
      value = "Finish with it",
      description = "The node ends at once with what the cancelled run had learnt.")
  FINISH,

  @Label(value = "Start anew", description = "It is replaced.")
  START_ANEW
}
