package org.enf.core.ode;

import org.enf.core.ode.Solution.Status;

/** How far one member of an ensemble is. */
final class EnsembleMember {
  final int number;
  double t;

  /** The length that the next step should have, without sign. */
  double length;

  /** The step under way, with its sign, and whether it is the last one. */
  double step;

  boolean last;
  boolean kept;
  int evaluations;
  int accepted;
  int rejected;

  /** Null while it is under way. */
  Status status;

  EnsembleMember(int number, double t) {
    this.number = number;
    this.t = t;
  }

  /** A step was kept; the last one ends at the end. */
  void advance(double t1) {
    accepted++;
    t = last ? t1 : t + step;
    if (last) {
      status = Status.SUCCESS;
    }
  }

  Solution solution(int limit) {
    return new Solution(status, t, evaluations, accepted, rejected, limit);
  }
}
