package org.enf.knime.learner;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.scoring.Ratio;
import org.enf.core.scoring.StabilityScore;
import org.enf.core.training.Objective.Validation;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/**
 * How a training went, in at most 2,000 points: when there are more, every second one is dropped.
 * Validations and checks are all kept.
 */
final class TrainingHistory implements TrainingListener {
  private static final int MOST_POINTS = 2000;

  private final List<Point> points = new ArrayList<>();
  private int interval = 1;
  private long skipped;

  /**
   * A moment of the training; what was not looked at then is NaN.
   *
   * @param step from 1
   * @param epoch from 1
   * @param seconds spent in steps
   * @param loss of this step
   * @param meanLoss the running mean of the loss
   * @param gradientNorm before clipping
   * @param learningRate by the schedule
   * @param validationNll in nats
   * @param stableAtoms a share
   * @param stableMolecules a share
   */
  record Point(
      long step,
      int epoch,
      double seconds,
      double loss,
      double meanLoss,
      double gradientNorm,
      double learningRate,
      double validationNll,
      double stableAtoms,
      double stableMolecules) {
    private boolean isStepAlone() {
      return Double.isNaN(validationNll) && Double.isNaN(stableAtoms);
    }
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    if (step.step() % interval != 0) {
      return;
    }
    points.add(
        new Point(
            step.step(),
            step.epoch() + 1,
            state.position().seconds(),
            step.nll(),
            step.smoothedNll(),
            step.gradientNorm(),
            step.learningRate(),
            Double.NaN,
            Double.NaN,
            Double.NaN));
    if (points.size() > MOST_POINTS) {
      interval *= 2;
      points.removeIf(point -> point.isStepAlone() && point.step() % interval != 0);
    }
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    skipped++;
  }

  @Override
  public void validated(TrainingState state, Validation validation) {
    add(state, validation.nll(), Double.NaN, Double.NaN);
  }

  /** Adds what a check has found. */
  void checked(TrainingState state, StabilityScore score) {
    add(state, Double.NaN, share(score.atoms().ratio()), share(score.molecules().ratio()));
  }

  /** Adds where a run stands without a step. */
  void add(TrainingState state) {
    add(state, Double.NaN, Double.NaN, Double.NaN);
  }

  private void add(TrainingState state, double nll, double atoms, double molecules) {
    TrainingState.Position position = state.position();
    points.add(
        new Point(
            position.step(),
            position.epoch() + (position.batch() > 0 ? 1 : 0),
            position.seconds(),
            Double.NaN,
            state.smoothedNll(),
            Double.NaN,
            Double.NaN,
            nll,
            atoms,
            molecules));
  }

  private static double share(Ratio ratio) {
    return ratio.value().orElse(Double.NaN);
  }

  /** The points in their order. */
  List<Point> points() {
    return points;
  }

  /** How many steps were given up. */
  long skipped() {
    return skipped;
  }
}
