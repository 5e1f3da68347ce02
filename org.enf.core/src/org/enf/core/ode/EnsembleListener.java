package org.enf.core.ode;

/** Hears of each step that a solver keeps for one member of an ensemble. */
@FunctionalInterface
public interface EnsembleListener {
  /** Does nothing. */
  EnsembleListener NONE = (member, step) -> {};

  /**
   * A step was accepted.
   *
   * @param member as numbered at the start, however many have arrived since
   * @param step valid during this call
   */
  void accepted(int member, DenseStep step);
}
