package org.enf.core.experiment;

import org.enf.core.flow.TraceMethod;

/** How the log-determinant of validation and test samples is computed. */
public enum HeldOutTrace implements Named {
  /** The trace itself: one product for each coordinate of a sample. */
  EXACT("exact"),
  /** Hutchinson's estimate by one noise vector a sample: unbiased, with noise of its own. */
  HUTCHINSON("hutchinson");

  private final String id;

  HeldOutTrace(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** The estimator, where Hutchinson's is this one. */
  TraceMethod method(TraceMethod hutchinson) {
    return this == EXACT ? TraceMethod.EXACT : hutchinson;
  }

  /**
   * The way of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static HeldOutTrace named(String id) {
    return Named.of(values(), "trace", id);
  }
}
