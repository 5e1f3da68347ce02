package org.enf.core.ode;

import org.enf.core.ode.Solution.Status;

/**
 * The steps of a grid, whatever their error.
 *
 * @param steps their number
 * @param grid where they stand
 */
record GridSteps(int steps, TimeGrid grid) implements StepChoice {
  @Override
  public int limit() {
    return 0;
  }

  @Override
  public void propose(EnsembleMember member, double t0, double t1) {
    member.t = grid.at(member.accepted, steps, t0, t1);
    member.step = grid.length(member.accepted, steps, t0, t1);
    member.last = member.accepted == steps - 1;
  }

  @Override
  public void judge(EnsembleMember member, int index, EnsembleBatch batch, double whole) {
    member.kept = batch.after.isFinite(index);
    if (!member.kept) {
      member.status = Status.NOT_FINITE;
    }
  }
}
