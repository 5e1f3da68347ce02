package org.enf.core.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.enf.core.training.Objective;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/**
 * Gathers the points of the training curves, and after which epoch the validation was best; tells
 * another listener everything. What it has gathered can be put down in numbers and taken up again.
 */
final class CurveRecorder implements TrainingListener {
  private static final int POINT = 6;
  private static final int SINCE = 3;
  private static final long MOST = 1L << 53;

  private final RunKey key;
  private final TrainingListener listener;
  private final List<CurvePoint> points = new ArrayList<>();
  private double nllSum;
  private long evaluations;
  private int steps;
  private double best = Double.POSITIVE_INFINITY;
  private int bestEpoch;

  CurveRecorder(RunKey key, TrainingListener listener) {
    this.key = key;
    this.listener = listener;
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    nllSum += step.nll();
    evaluations += step.evaluations();
    steps++;
    listener.stepDone(step, state);
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    listener.stepSkipped(step, reason);
  }

  @Override
  public void validated(TrainingState state, Objective.Validation validation) {
    TrainingState.Position position = state.position();
    // a run that goes on after its last step validates it again
    if (points.isEmpty() || position.step() > points.get(points.size() - 1).step()) {
      add(
          new CurvePoint(
              key,
              position.epoch(),
              position.step(),
              nllSum / steps,
              validation.nll(),
              (double) evaluations / steps,
              position.seconds()));
      nllSum = 0;
      evaluations = 0;
      steps = 0;
    }
    listener.validated(state, validation);
  }

  private void add(CurvePoint point) {
    points.add(point);
    if (point.validationNll() < best) {
      best = point.validationNll();
      bestEpoch = point.epoch();
    }
  }

  /** The points, number by number. */
  double[] numbers() {
    return points.stream()
        .flatMapToDouble(
            point ->
                DoubleStream.of(
                    point.epoch(),
                    point.step(),
                    point.trainingNll(),
                    point.validationNll(),
                    point.evaluations(),
                    point.seconds()))
        .toArray();
  }

  /** What was gathered since the last point, number by number. */
  double[] since() {
    return new double[] {nllSum, evaluations, steps};
  }

  /**
   * Takes up what was put down by {@link #numbers} and {@link #since}, before anything is heard.
   *
   * @throws IllegalArgumentException if they are no such numbers
   */
  void restore(double[] numbers, double[] since) {
    if (numbers.length % POINT != 0 || since.length != SINCE) {
      throw new IllegalArgumentException(
          numbers.length + " and " + since.length + " numbers are no training curve");
    }
    for (int k = 0; k < numbers.length; k += POINT) {
      if (k > 0 && !(numbers[k + 1] > numbers[k + 1 - POINT])) {
        throw new IllegalArgumentException("a training curve does not go back");
      }
      add(
          new CurvePoint(
              key,
              (int) count(numbers[k], Integer.MAX_VALUE),
              count(numbers[k + 1], MOST),
              numbers[k + 2],
              numbers[k + 3],
              numbers[k + 4],
              numbers[k + 5]));
    }
    nllSum = since[0];
    evaluations = count(since[1], MOST);
    steps = (int) count(since[2], Integer.MAX_VALUE);
  }

  private static long count(double number, long most) {
    if (!(number >= 0 && number <= most && number == Math.rint(number))) {
      throw new IllegalArgumentException("a training curve counts nothing to " + number);
    }
    return (long) number;
  }

  List<CurvePoint> points() {
    return List.copyOf(points);
  }

  int bestEpoch() {
    return bestEpoch;
  }
}
