package org.enf.core.ode;

/** How the steps of the members of an ensemble are chosen. */
sealed interface StepChoice permits ErrorSteps, GridSteps {
  /** The most evaluations of one member, 0 for no limit. */
  int limit();

  /** Sets the next step of a member that is under way. */
  void propose(EnsembleMember member, double t0, double t1);

  /**
   * Judges the step just computed: sets whether it is kept, and the status if the member cannot go
   * on.
   */
  void judge(EnsembleMember member, int index, EnsembleBatch batch, double whole);
}
