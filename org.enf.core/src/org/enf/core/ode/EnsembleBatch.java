package org.enf.core.ode;

import java.util.Arrays;

/** The members of an ensemble that are under way, and the stages of their steps. */
final class EnsembleBatch {
  final EnsembleMember[] members;
  final EnsembleState y;
  final EnsembleState after;
  final EnsembleState[] slopes;

  /** The slope at the end of the step. */
  final EnsembleState endSlope;

  private final ButcherTableau tableau;
  private final EnsembleState scratch;
  private final EnsembleState zero;
  private final double[] times;
  private final double[] steps;
  private final double[] ones;

  EnsembleBatch(
      ButcherTableau tableau, EnsembleMember[] members, EnsembleState y, EnsembleState firstSlope) {
    this.tableau = tableau;
    this.members = members;
    this.y = y;
    after = y.sibling();
    scratch = y.sibling();
    zero = y.sibling();
    slopes = new EnsembleState[tableau.stages()];
    slopes[0] = firstSlope;
    for (int i = 1; i < slopes.length; i++) {
      slopes[i] = y.sibling();
    }
    endSlope = tableau.firstSameAsLast() ? slopes[slopes.length - 1] : y.sibling();
    times = new double[members.length];
    steps = new double[members.length];
    ones = new double[members.length];
    Arrays.fill(ones, 1);
  }

  /** The members with these places alone. */
  EnsembleBatch select(int[] places) {
    EnsembleMember[] left =
        Arrays.stream(places).mapToObj(m -> members[m]).toArray(EnsembleMember[]::new);
    return new EnsembleBatch(tableau, left, y.select(places), slopes[0].select(places));
  }

  void evaluateStart(EnsembleSystem system) {
    for (int m = 0; m < times.length; m++) {
      times[m] = members[m].t;
    }
    evaluate(system, y, slopes[0]);
  }

  /** Takes over the steps that the members are to try. */
  void begin() {
    for (int m = 0; m < steps.length; m++) {
      steps[m] = members[m].step;
    }
  }

  void evaluateStage(int stage, EnsembleSystem system) {
    for (int m = 0; m < times.length; m++) {
      times[m] = members[m].t + tableau.c(stage) * steps[m];
    }
    after.setSum(y, steps, tableau.row(stage), slopes);
    evaluate(system, after, slopes[stage]);
  }

  /** Computes the states at the end of the step and, up to its length, their errors. */
  void finish() {
    after.setSum(y, steps, tableau.weights(), slopes);
    if (tableau.estimatesError()) {
      scratch.setSum(zero, ones, tableau.errorWeights(), slopes);
    }
  }

  void evaluateEnd(EnsembleSystem system) {
    for (int m = 0; m < times.length; m++) {
      times[m] = members[m].t + steps[m];
    }
    evaluate(system, after, endSlope);
  }

  private void evaluate(EnsembleSystem system, EnsembleState state, EnsembleState slope) {
    system.derivative(times, state, slope);
    for (EnsembleMember member : members) {
      member.evaluations++;
    }
  }

  /** The norm of the error of a step. */
  double errorNorm(int member, double step, Tolerance tolerance) {
    return EnsembleState.weightedNorm(member, step, scratch, null, y, after, tolerance);
  }

  /** Sets the length of the first step of each member. */
  void findFirstLengths(EnsembleSystem system, ErrorSteps choice, double direction, double whole) {
    Tolerance tolerance = choice.tolerance();
    double[] slopeNorms = new double[members.length];
    double[] trials = new double[members.length];
    for (int m = 0; m < trials.length; m++) {
      double stateNorm = EnsembleState.weightedNorm(m, 1, y, null, y, y, tolerance);
      slopeNorms[m] = EnsembleState.weightedNorm(m, 1, slopes[0], null, y, y, tolerance);
      trials[m] = StepControl.trial(stateNorm, slopeNorms[m], whole);
      steps[m] = direction * trials[m];
      times[m] = members[m].t + steps[m];
    }
    after.setSum(y, steps, new double[] {1}, slopes);
    evaluate(system, after, scratch);
    for (int m = 0; m < trials.length; m++) {
      double bend = EnsembleState.weightedNorm(m, 1, scratch, slopes[0], y, y, tolerance);
      members[m].length = choice.control().first(trials[m], slopeNorms[m], bend, whole);
    }
  }
}
