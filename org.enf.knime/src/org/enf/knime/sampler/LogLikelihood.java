package org.enf.knime.sampler;

import java.util.Optional;
import org.enf.knime.solver.TraceChoice;
import org.knime.node.parameters.widget.choices.Label;

/** Whether a table of drawn molecules tells their log-likelihood. */
enum LogLikelihood {
  @Label(value = "No", description = "It is not computed.")
  NONE(Optional.empty()),

  @Label(
      value = "Estimated",
      description = "By Hutchinson's estimate with one probe: right on average, with noise.")
  ESTIMATED(Optional.of(TraceChoice.ESTIMATED)),

  @Label(value = "Exact", description = "Exactly: some seconds a molecule.")
  EXACT(Optional.of(TraceChoice.EXACT));

  private final Optional<TraceChoice> trace;

  LogLikelihood(Optional<TraceChoice> trace) {
    this.trace = trace;
  }

  Optional<TraceChoice> trace() {
    return trace;
  }
}
