package org.enf.core.ode;

import java.util.Arrays;
import java.util.List;

/** Collects the states of each member of an ensemble at given times, from one solve. */
public final class Trajectory {
  private final double[] times;
  private final EnsembleState[] states;
  private final List<Solution> solutions;

  private Trajectory(double[] times, EnsembleState[] states, List<Solution> solutions) {
    this.times = times;
    this.states = states;
    this.solutions = solutions;
  }

  /**
   * Integrates from the first time to the last one; states in between come from the method's dense
   * output and cost no more steps.
   *
   * @param y the states at the first time; overwritten by those at the times that were reached
   * @param times at least two, all rising or all falling
   * @throws IllegalArgumentException if the times are not in order
   */
  public static Trajectory of(
      OdeSolver solver, EnsembleSystem system, EnsembleState y, double[] times, StopSignal stop) {
    requireOrder(times);
    double t1 = times[times.length - 1];
    EnsembleState[] states = new EnsembleState[times.length];
    for (int k = 0; k < times.length; k++) {
      states[k] = y.sibling();
      states[k].fill(Double.NaN);
    }
    states[0].set(y);
    List<Solution> solutions =
        solver.solveEach(
            system,
            y,
            times[0],
            t1,
            (member, step) -> {
              double from = step.start();
              double end = from + step.length();
              for (int k = 1; k < times.length - 1; k++) {
                if ((times[k] - from) * (end - times[k]) >= 0) {
                  states[k].setMember(member, step, times[k]);
                }
              }
            },
            stop);
    for (int m = 0; m < y.members(); m++) {
      if (solutions.get(m).isSuccess()) {
        states[times.length - 1].setMember(m, y, m);
      }
    }
    return new Trajectory(times.clone(), states, solutions);
  }

  private static void requireOrder(double[] times) {
    if (times.length < 2) {
      throw new IllegalArgumentException("a trajectory needs a first and a last time");
    }
    boolean rising = times[1] > times[0];
    for (int k = 1; k < times.length; k++) {
      if (!(rising ? times[k] > times[k - 1] : times[k] < times[k - 1])) {
        throw new IllegalArgumentException(
            "the times of a trajectory must all rise or all fall: " + Arrays.toString(times));
      }
    }
  }

  /** The number of times. */
  public int size() {
    return times.length;
  }

  /** One of the times. */
  public double time(int index) {
    return times[index];
  }

  /** The states at one of the times; NaN for members that did not reach it. */
  public EnsembleState state(int index) {
    return states[index];
  }

  /** How it went, for each member. */
  public List<Solution> solutions() {
    return solutions;
  }
}
