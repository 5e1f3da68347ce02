package org.enf.core.ode;

import java.util.Arrays;
import java.util.List;

/** The stages of one step and the room they need. */
final class RungeKuttaStages implements AutoCloseable {
  private final ButcherTableau tableau;
  private final State[] slopes;
  private final State argument;

  RungeKuttaStages(ButcherTableau tableau, State pattern) {
    this.tableau = tableau;
    slopes = new State[tableau.stages()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = pattern.sibling();
    }
    argument = pattern.sibling();
  }

  State slope(int stage) {
    return slopes[stage];
  }

  /** All slopes; a view. */
  List<State> slopes() {
    return Arrays.asList(slopes);
  }

  /** Overwrites {@code argument} with that of a stage, from the slopes of those before it. */
  static void argument(
      ButcherTableau tableau, int stage, double h, State y, List<State> slopes, State argument) {
    argument.set(y);
    for (int j = 0; j < stage; j++) {
      if (tableau.a(stage, j) != 0) {
        argument.add(h * tableau.a(stage, j), slopes.get(j));
      }
    }
  }

  void evaluate(int stage, OdeSystem system, double t, double h, State y) {
    argument(tableau, stage, h, y, slopes(), argument);
    system.derivative(t + tableau.c(stage) * h, argument, slopes[stage]);
  }

  /** The last stage becomes the first. */
  void rotate() {
    State first = slopes[0];
    slopes[0] = slopes[slopes.length - 1];
    slopes[slopes.length - 1] = first;
  }

  /** Adds h Σ bᵢkᵢ. */
  void addStep(double h, State y) {
    for (int i = 0; i < slopes.length; i++) {
      if (tableau.b(i) != 0) {
        y.add(h * tableau.b(i), slopes[i]);
      }
    }
  }

  /** Overwrites {@code target} with the estimate of the error of the step. */
  void writeError(double h, State target) {
    target.fill(0);
    for (int i = 0; i < slopes.length; i++) {
      if (tableau.error(i) != 0) {
        target.add(h * tableau.error(i), slopes[i]);
      }
    }
  }

  @Override
  public void close() {
    for (State slope : slopes) {
      slope.close();
    }
    argument.close();
  }
}
