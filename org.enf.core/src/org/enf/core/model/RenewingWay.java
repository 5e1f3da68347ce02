package org.enf.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.VelocityField;
import org.enf.core.flow.matching.ConditionalPath;
import org.enf.core.flow.matching.RenewingSteps;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** The way from latent variables to data by steps that renew a part of the noise. */
final class RenewingWay implements WayToData {
  private final ContinuousFlow flow;
  private final ConditionalPath path;
  private final DrawingSettings.Renewing settings;

  /**
   * Such ways.
   *
   * @param path by which the flow was trained
   */
  RenewingWay(ContinuousFlow flow, ConditionalPath path, DrawingSettings.Renewing settings) {
    this.flow = flow;
    this.path = path;
    this.settings = settings;
  }

  @Override
  public ContinuousFlow.Images toData(
      BatchShape shape, double[] latent, Supplier<double[]> noise, StopSignal stop) {
    double[] rows = latent.clone();
    double[] velocity = new double[rows.length];
    RenewingSteps way = new RenewingSteps(shape, path, settings.churn());
    int steps = settings.steps();
    Solution[] failures = new Solution[shape.molecules()];
    try (VelocityField field = flow.velocity(shape)) {
      for (int k = 0; k < steps; k++) {
        if (stop.requested()) {
          throw new StoppedException();
        }
        double from = settings.grid().at(k, steps, 1, 0);
        double to = settings.grid().at(k + 1, steps, 1, 0);
        field.at(from, rows, velocity);
        way.take(rows, velocity, from, to, noise.get());
        noteFailures(shape, rows, failures, from, k + 1);
      }
    }
    Solution success = new Solution(Solution.Status.SUCCESS, 0, steps, steps, 0);
    List<Solution> solutions = new ArrayList<>();
    for (Solution failure : failures) {
      solutions.add(failure == null ? success : failure);
    }
    return new ContinuousFlow.Images(rows, new double[shape.molecules()], solutions);
  }

  private static void noteFailures(
      BatchShape shape, double[] rows, Solution[] failures, double time, int evaluations) {
    int width = rows.length / shape.atoms();
    for (int b = 0; b < failures.length; b++) {
      int from = shape.offset(b) * width;
      int to = shape.offset(b + 1) * width;
      if (failures[b] == null && !Double.isFinite(Arrays.stream(rows, from, to).sum())) {
        failures[b] =
            new Solution(Solution.Status.NOT_FINITE, time, evaluations, evaluations - 1, 0);
      }
    }
  }
}
