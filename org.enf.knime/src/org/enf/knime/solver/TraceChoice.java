package org.enf.knime.solver;

import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceMethod;
import org.knime.node.parameters.widget.choices.Label;

/** How the log-determinant of a likelihood is found. */
public enum TraceChoice {
  /** Exactly. */
  @Label(
      value = "Exact",
      description = "Exactly, at a cost that grows with the size: some seconds a molecule.")
  EXACT,

  /** Estimated. */
  @Label(
      value = "Estimated",
      description =
          "Hutchinson's estimate: right on average and some twenty times as fast, with noise of"
              + " some nats a molecule.")
  ESTIMATED;

  /**
   * The method of the core.
   *
   * @param probes how many vectors of noise an estimate takes the mean over
   */
  public TraceMethod method(int probes) {
    return this == EXACT
        ? TraceMethod.EXACT
        : new TraceMethod.Hutchinson(NoiseKind.RADEMACHER, probes);
  }
}
