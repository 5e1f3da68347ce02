package org.enf.knime.sampler;

import org.enf.knime.molecule.Judgement;
import org.knime.node.parameters.widget.choices.Label;

/** Which of the molecules that are drawn go into the table. */
enum Keep {
  @Label(value = "All", description = "All that are drawn.")
  ALL,

  @Label(value = "Valid", description = "Those without an atom that has too many bonds.")
  VALID,

  @Label(value = "Stable", description = "Those whose atoms all have the bonds of their element.")
  STABLE;

  boolean keeps(Judgement.Result result) {
    return switch (this) {
      case ALL -> true;
      case VALID -> result.isValid();
      case STABLE -> result.isStable();
    };
  }
}
