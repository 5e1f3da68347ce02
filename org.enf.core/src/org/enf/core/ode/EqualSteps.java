package org.enf.core.ode;

import org.enf.core.ode.Solution.Status;

/**
 * Equal steps, whatever their error.
 *
 * @param steps their number
 */
record EqualSteps(int steps) implements StepChoice {
  @Override
  public int limit() {
    return 0;
  }

  @Override
  public void propose(EnsembleMember member, double t0, double t1) {
    double length = (t1 - t0) / steps;
    member.t = t0 + member.accepted * length;
    member.step = length;
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
