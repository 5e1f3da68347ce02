package org.enf.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.VelocityField;
import org.enf.core.flow.matching.ConditionalPath;
import org.enf.core.flow.matching.RenewingSteps;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/** The way from latent variables to data by steps that renew a part of the noise. */
final class RenewingWay implements WayToData {
  private final MoleculeFlow flow;
  private final ConditionalPath path;
  private final DrawingSettings.Renewing settings;

  /**
   * Such ways.
   *
   * @param path by which the flow was trained
   */
  RenewingWay(MoleculeFlow flow, ConditionalPath path, DrawingSettings.Renewing settings) {
    this.flow = flow;
    this.path = path;
    this.settings = settings;
  }

  @Override
  public MoleculeFlow.Generated generate(
      BatchShape shape, double[] latent, Supplier<double[]> noise, StopSignal stop) {
    double[] rows = latent.clone();
    double[] velocity = new double[rows.length];
    RenewingSteps way = new RenewingSteps(shape, path, settings.churn());
    int steps = settings.steps();
    Solution success = new Solution(Solution.Status.SUCCESS, 0, steps, steps, 0);
    List<Solution> solutions = new ArrayList<>(Collections.nCopies(shape.molecules(), success));
    try (VelocityField field = flow.continuous().velocity(shape)) {
      for (int k = 0; k < steps; k++) {
        if (stop.requested()) {
          throw new StoppedException();
        }
        double from = settings.grid().at(k, steps, 1, 0);
        double to = settings.grid().at(k + 1, steps, 1, 0);
        field.at(from, rows, velocity);
        way.take(rows, velocity, from, to, noise.get());
        noteFailures(
            shape, rows, solutions, new Solution(Solution.Status.NOT_FINITE, from, k + 1, k, 0));
      }
    }
    return flow.generated(shape, rows, solutions);
  }

  private static void noteFailures(
      BatchShape shape, double[] rows, List<Solution> solutions, Solution failure) {
    int width = rows.length / shape.atoms();
    for (int b = 0; b < solutions.size(); b++) {
      int from = shape.offset(b) * width;
      int to = shape.offset(b + 1) * width;
      if (solutions.get(b).isSuccess() && !Double.isFinite(Arrays.stream(rows, from, to).sum())) {
        solutions.set(b, failure);
      }
    }
  }
}
