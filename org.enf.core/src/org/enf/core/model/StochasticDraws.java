package org.enf.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.matching.NoiseRenewal;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.TimeGrid;

/** The way from latent variables to data by steps that renew a part of the noise before. */
final class StochasticDraws {
  private final MoleculeFlow flow;
  private final NoiseRenewal renewal;
  private final int steps;
  private final TimeGrid grid;
  private final ErrorControl control;
  private final double churn;

  /**
   * Such ways.
   *
   * @param flow takes a single step to where it goes
   * @param settings how many steps there are, where, and how far each goes back before
   */
  StochasticDraws(MoleculeFlow flow, NoiseRenewal renewal, DrawingSettings settings) {
    this.flow = flow;
    this.renewal = renewal;
    steps = settings.solver().steps();
    grid = new TimeGrid(settings.solver().gridPower());
    control = settings.control();
    churn = settings.churn();
  }

  /**
   * Goes to data.
   *
   * @param latent [atoms × (3 + features)]
   * @param noise gives others like them for each step
   */
  MoleculeFlow.Generated generate(
      BatchShape shape, double[] latent, Supplier<double[]> noise, StopSignal stop) {
    double[] rows = latent;
    List<Solution> solutions = null;
    for (int step = 0; step < steps; step++) {
      double from = grid.at(step, steps, 1, 0);
      double to = grid.at(step + 1, steps, 1, 0);
      double begin = step == 0 ? from : Math.min(1, from + churn * (from - to));
      if (step > 0) {
        renewal.renew(shape, rows, from, begin, noise.get());
      }
      ContinuousFlow.Images images = flow.transport(shape, rows, begin, to, control, stop);
      rows = images.rows();
      solutions = solutions == null ? images.solutions() : joined(solutions, images.solutions());
    }
    return flow.generated(shape, rows, solutions);
  }

  /** A molecule that failed once has failed. */
  private static List<Solution> joined(List<Solution> before, List<Solution> after) {
    List<Solution> joined = new ArrayList<>();
    for (int b = 0; b < before.size(); b++) {
      Solution first = before.get(b);
      Solution second = after.get(b);
      Solution.Status status = first.isSuccess() ? second.status() : first.status();
      joined.add(
          new Solution(
              status,
              second.time(),
              first.evaluations() + second.evaluations(),
              first.accepted() + second.accepted(),
              first.rejected() + second.rejected()));
    }
    return joined;
  }
}
