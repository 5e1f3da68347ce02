package org.enf.core.flow.matching;

import org.enf.core.egnn.BatchShape;

/**
 * The paths of positions and of features, side by side in the rows of a flow.
 *
 * @param dimensions the first columns of a row: positions
 * @param positions their path
 * @param features the path of the other columns
 */
public record ConditionalPath(int dimensions, ProbabilityPath positions, ProbabilityPath features) {
  /**
   * Where pairs of data and noise are, and how they move.
   *
   * @param time of each molecule
   * @param data [atoms × width]
   * @param noise [atoms × width]
   * @param state [atoms × width], overwritten by y_t
   * @param velocity [atoms × width], overwritten by dy_t/dt
   */
  public void at(
      BatchShape shape,
      double[] time,
      double[] data,
      double[] noise,
      double[] state,
      double[] velocity) {
    shape.requireTimes(time);
    int width = data.length / shape.atoms();
    for (int b = 0; b < shape.molecules(); b++) {
      fill(positions, time[b], shape, b, 0, dimensions, width, data, noise, state, velocity);
      fill(features, time[b], shape, b, dimensions, width, width, data, noise, state, velocity);
    }
  }

  private static void fill(
      ProbabilityPath path,
      double t,
      BatchShape shape,
      int molecule,
      int firstColumn,
      int endColumn,
      int width,
      double[] data,
      double[] noise,
      double[] state,
      double[] velocity) {
    double a = path.dataShare(t);
    double b = path.noiseShare(t);
    double dataRate = path.dataRate(t);
    double noiseRate = path.noiseRate(t);
    for (int i = shape.offset(molecule); i < shape.offset(molecule + 1); i++) {
      for (int k = i * width + firstColumn; k < i * width + endColumn; k++) {
        state[k] = a * data[k] + b * noise[k];
        velocity[k] = dataRate * data[k] + noiseRate * noise[k];
      }
    }
  }
}
