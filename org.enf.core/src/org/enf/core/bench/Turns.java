package org.enf.core.bench;

import java.util.Arrays;
import java.util.List;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** Measures tasks in turns, round by round, so that a disturbance of the machine meets them all. */
final class Turns {
  /** A measurement lasts at least this long; shorter tasks are repeated. */
  private static final double MEASURED_SECONDS = 0.02;

  /** A stretch of the warm-up whose fastest run takes less of the one before is not the last. */
  private static final double STILL_FASTER = 0.9;

  private static final int MOST_STRETCHES = 20;

  private final Schedule schedule;
  private final StopSignal stop;

  Turns(Schedule schedule, StopSignal stop) {
    this.schedule = schedule;
    this.stop = stop;
  }

  /**
   * The median seconds that each task takes.
   *
   * @throws StoppedException if asked to stop
   */
  double[] medians(List<Runnable> tasks) {
    int[] repetitions = new int[tasks.size()];
    for (int k = 0; k < repetitions.length; k++) {
      repetitions[k] = (int) Math.ceil(MEASURED_SECONDS / warmUp(tasks.get(k)));
    }
    double[][] seconds = new double[tasks.size()][schedule.rounds()];
    for (int round = 0; round < schedule.rounds(); round++) {
      for (int k = 0; k < repetitions.length; k++) {
        requireGoOn();
        seconds[k][round] = seconds(tasks.get(k), repetitions[k]) / repetitions[k];
      }
    }
    return Arrays.stream(seconds).mapToDouble(Turns::median).toArray();
  }

  private void requireGoOn() {
    if (stop.requested()) {
      throw new StoppedException();
    }
  }

  /**
   * Runs a task until it gets no faster: the JVM compiles it in between, and on a busy machine that
   * takes its time.
   *
   * @return the seconds of its fastest run
   */
  private double warmUp(Runnable task) {
    double before = fastest(task);
    double now = fastest(task);
    for (int stretch = 2; stretch < MOST_STRETCHES && now < STILL_FASTER * before; stretch++) {
      before = now;
      now = Math.min(before, fastest(task));
    }
    return Math.max(Math.min(before, now), 1e-7);
  }

  /** The fastest run in a stretch of the warm-up. */
  private double fastest(Runnable task) {
    double fastest = Double.POSITIVE_INFINITY;
    double all = 0;
    do {
      requireGoOn();
      double one = seconds(task, 1);
      fastest = Math.min(fastest, one);
      all += one;
    } while (all < schedule.warmUpSeconds());
    return fastest;
  }

  private static double seconds(Runnable task, int repetitions) {
    long begin = System.nanoTime();
    for (int k = 0; k < repetitions; k++) {
      task.run();
    }
    return (System.nanoTime() - begin) * 1e-9;
  }

  /** The middle value, or the mean of the two in the middle; NaN of none. */
  static double median(double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
