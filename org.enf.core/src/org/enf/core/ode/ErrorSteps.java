package org.enf.core.ode;

import org.enf.core.ode.Solution.Status;

/**
 * Steps chosen by the error of the one before.
 *
 * @param limit the most evaluations of one member
 */
record ErrorSteps(StepControl control, Tolerance tolerance, int limit) implements StepChoice {
  @Override
  public void propose(EnsembleMember member, double t0, double t1) {
    double left = t1 - member.t;
    member.last = Math.abs(left) <= member.length * (1 + StepControl.SMALLEST_STEP);
    member.step = member.last ? left : Math.signum(left) * member.length;
  }

  @Override
  public void judge(EnsembleMember member, int index, EnsembleBatch batch, double whole) {
    double norm = batch.errorNorm(index, member.step, tolerance);
    member.kept = norm <= 1;
    if (!member.kept) {
      member.rejected++;
      if (Math.abs(member.step) < StepControl.SMALLEST_STEP * whole) {
        member.status = Double.isFinite(norm) ? Status.STEP_TOO_SMALL : Status.NOT_FINITE;
      }
    }
    member.length = Math.abs(member.step) * control.factor(norm);
  }
}
