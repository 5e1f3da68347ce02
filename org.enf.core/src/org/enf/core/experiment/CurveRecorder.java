package org.enf.core.experiment;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.training.Objective;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/**
 * Gathers the points of the training curves, and after which epoch the validation was best; tells
 * another listener everything.
 */
final class CurveRecorder implements TrainingListener {
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
    points.add(
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
    if (validation.nll() < best) {
      best = validation.nll();
      bestEpoch = position.epoch();
    }
    listener.validated(state, validation);
  }

  List<CurvePoint> points() {
    return List.copyOf(points);
  }

  int bestEpoch() {
    return bestEpoch;
  }
}
