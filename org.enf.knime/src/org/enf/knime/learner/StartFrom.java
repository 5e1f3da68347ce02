package org.enf.knime.learner;

import org.knime.node.parameters.widget.choices.Label;

/** What a training starts from. */
enum StartFrom {
  @Label(value = "Nothing", description = "Random weights.")
  NOTHING,

  @Label(
      value = "Built-in model",
      description =
          "The model of QM9 that comes with this extension; its architecture and elements are kept.")
  BUILT_IN,

  @Label(
      value = "Model port",
      description =
          "The model at the optional port, which appears by the three dots of the node; its"
              + " architecture and elements are kept.")
  PORT
}
