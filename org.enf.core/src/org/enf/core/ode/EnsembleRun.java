package org.enf.core.ode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.enf.core.ode.Solution.Status;

/** One integration of an ensemble: members that have arrived or failed leave the batch. */
final class EnsembleRun {
  private final ButcherTableau tableau;
  private final StepChoice choice;
  private final EnsembleState result;
  private final double t0;
  private final double t1;
  private final EnsembleListener listener;
  private final StopSignal stop;
  private final EnsembleMember[] all;

  EnsembleRun(
      ButcherTableau tableau,
      StepChoice choice,
      EnsembleState y,
      double t0,
      double t1,
      EnsembleListener listener,
      StopSignal stop) {
    this.tableau = tableau;
    this.choice = choice;
    result = y;
    this.t0 = t0;
    this.t1 = t1;
    this.listener = listener;
    this.stop = stop;
    all = new EnsembleMember[y.members()];
    for (int m = 0; m < all.length; m++) {
      all[m] = new EnsembleMember(m, t0);
    }
  }

  List<Solution> solve(EnsembleSystem whole) {
    EnsembleSystem selected = null;
    EnsembleBatch batch =
        new EnsembleBatch(
            tableau,
            all,
            result.select(IntStream.range(0, all.length).toArray()),
            result.sibling());
    try {
      if (!(Math.abs(t1 - t0) > 0)) {
        return ended(Status.SUCCESS);
      }
      start(batch, whole);
      while (true) {
        propose(batch);
        int[] left = underWay(batch);
        if (left.length < batch.members.length) {
          collect(batch);
          if (left.length == 0) {
            return ended(Status.SUCCESS);
          }
          EnsembleSystem fewer = (selected == null ? whole : selected).select(left);
          if (selected != null) {
            selected.close();
          }
          selected = fewer;
          batch = batch.select(left);
        }
        step(batch, selected == null ? whole : selected);
      }
    } catch (StoppedException e) {
      collect(batch);
      return ended(Status.STOPPED);
    } finally {
      if (selected != null) {
        selected.close();
      }
    }
  }

  private void start(EnsembleBatch batch, EnsembleSystem system) {
    check();
    batch.evaluateStart(system);
    if (choice instanceof ErrorSteps byError) {
      check();
      batch.findFirstLengths(system, byError, Math.signum(t1 - t0), Math.abs(t1 - t0));
    }
  }

  private void propose(EnsembleBatch batch) {
    for (EnsembleMember member : batch.members) {
      if (member.status == null) {
        choice.propose(member, t0, t1);
        if (choice.limit() > 0 && member.evaluations + tableau.stages() - 1 > choice.limit()) {
          member.status = Status.TOO_MANY_EVALUATIONS;
        }
      }
    }
  }

  private static int[] underWay(EnsembleBatch batch) {
    return IntStream.range(0, batch.members.length)
        .filter(place -> batch.members[place].status == null)
        .toArray();
  }

  private void step(EnsembleBatch batch, EnsembleSystem system) {
    batch.begin();
    for (int stage = 1; stage < tableau.stages(); stage++) {
      check();
      batch.evaluateStage(stage, system);
    }
    batch.finish();
    boolean allAtTheEnd = true;
    for (int place = 0; place < batch.members.length; place++) {
      EnsembleMember member = batch.members[place];
      choice.judge(member, place, batch, Math.abs(t1 - t0));
      allAtTheEnd &= member.last || !member.kept;
    }
    // the slope at the end is the first of the next step, and shapes the states in between
    if (!tableau.firstSameAsLast() && (!allAtTheEnd || listener != EnsembleListener.NONE)) {
      check();
      batch.evaluateEnd(system);
    }
    DenseStep dense = new DenseStep(tableau, batch.slopes, batch.y, batch.after, batch.endSlope);
    for (int place = 0; place < batch.members.length; place++) {
      EnsembleMember member = batch.members[place];
      if (member.kept) {
        listener.accepted(member.number, dense.at(place, member.t, member.step));
      }
    }
    for (int place = 0; place < batch.members.length; place++) {
      EnsembleMember member = batch.members[place];
      if (member.kept) {
        batch.y.setMember(place, batch.after, place);
        batch.slopes[0].setMember(place, batch.endSlope, place);
        member.advance(t1);
      }
    }
  }

  private void check() {
    if (stop.requested()) {
      throw new StoppedException();
    }
  }

  /** Copies where the members of a batch are. */
  private void collect(EnsembleBatch batch) {
    for (int place = 0; place < batch.members.length; place++) {
      result.setMember(batch.members[place].number, batch.y, place);
    }
  }

  /** The solutions, where this is the status of members that have none yet. */
  private List<Solution> ended(Status others) {
    List<Solution> solutions = new ArrayList<>();
    for (EnsembleMember member : all) {
      if (member.status == null) {
        member.status = others;
      }
      solutions.add(member.solution(choice.limit()));
    }
    return List.copyOf(solutions);
  }
}
