package org.enf.knime.sampler;

import org.knime.node.parameters.widget.choices.Label;

/** How many atoms the molecules have. */
enum Sizes {
  @Label(value = "As learnt", description = "Drawn from the model's distribution p(M).")
  LEARNT,

  @Label(value = "Range", description = "Drawn from p(M) within a range.")
  RANGE,

  @Label(value = "Fixed", description = "All alike.")
  FIXED
}
