package org.enf.core.flow.matching;

import java.util.List;
import org.enf.core.egnn.BatchShape;

/**
 * The paths of all columns of the rows of a flow.
 *
 * @param columns the path of each column; positions first
 */
public record ConditionalPath(List<ProbabilityPath> columns) {
  /** Copies the list. */
  public ConditionalPath {
    columns = List.copyOf(columns);
  }

  /**
   * Where pairs of data and noise are, and how they move.
   *
   * @param time of each molecule
   * @param data [atoms × columns]
   * @param noise [atoms × columns]
   * @param state [atoms × columns], overwritten by y_t
   * @param velocity [atoms × columns], overwritten by dy_t/dt
   */
  public void at(
      BatchShape shape,
      double[] time,
      double[] data,
      double[] noise,
      double[] state,
      double[] velocity) {
    shape.requireTimes(time);
    int width = columns.size();
    shape.requireElements(data.length, width);
    for (int b = 0; b < shape.molecules(); b++) {
      for (int k = 0; k < width; k++) {
        ProbabilityPath path = columns.get(k);
        double dataShare = path.dataShare(time[b]);
        double noiseShare = path.noiseShare(time[b]);
        double dataRate = path.dataRate(time[b]);
        double noiseRate = path.noiseRate(time[b]);
        for (int i = shape.offset(b) * width + k; i < shape.offset(b + 1) * width; i += width) {
          state[i] = dataShare * data[i] + noiseShare * noise[i];
          velocity[i] = dataRate * data[i] + noiseRate * noise[i];
        }
      }
    }
  }
}
