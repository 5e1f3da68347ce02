package org.enf.core.flow;

import java.util.Locale;

/** How the gradient of a flow is found. */
public enum GradientMethod {
  /**
   * The exact gradient of the steps that were taken, which are computed again from the states
   * before them ("discretise, then optimise").
   */
  DISCRETE,
  /**
   * The adjoint equation integrated backwards together with the state, with the same solver (Chen
   * et al., "Neural Ordinary Differential Equations", 2018): no state is kept, and the gradient is
   * as exact as the tolerances. The paper's choice.
   */
  CONTINUOUS;

  /** The name as people write it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
