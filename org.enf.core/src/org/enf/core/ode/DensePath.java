package org.enf.core.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of one part of one member of an ensemble: its states at any time of a solve. It grows
 * while the solve goes on, in five numbers a step and element.
 */
public final class DensePath {
  private final List<Interpolant> steps = new ArrayList<>();

  /** Adds the next step. */
  public void add(DenseStep step, int part) {
    steps.add(step.interpolant(part));
  }

  /**
   * Times that part the way where it was hard and where it was easy: begin, end, and between them
   * each time after so many steps.
   *
   * @throws IllegalStateException if there is no step yet
   */
  public double[] knots(int stepsBetween) {
    requireSteps();
    int parts = (steps.size() + stepsBetween - 1) / stepsBetween;
    double[] knots = new double[parts + 1];
    for (int k = 0; k < parts; k++) {
      knots[k] = steps.get(k * steps.size() / parts).start();
    }
    knots[parts] = steps.get(steps.size() - 1).end();
    return knots;
  }

  /**
   * The state at a time between begin and end.
   *
   * @throws IllegalStateException if there is no step yet
   */
  public double[] state(double t) {
    requireSteps();
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (steps.get(middle).hasBegun(t)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return steps.get(low).state(t);
  }

  private void requireSteps() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("the path has no step yet");
    }
  }
}
