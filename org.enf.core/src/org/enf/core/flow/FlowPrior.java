package org.enf.core.flow;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;

/**
 * The distribution of the latent variables: a standard normal on the positions with zero mean,
 * which have (M − 1)·n degrees of freedom, and a standard normal on the features (Satorras et al.
 * 2021, §3.2).
 *
 * @param dimensions the number of space dimensions n: the first columns of a row
 * @param features the number of features of an atom: the remaining columns
 */
public record FlowPrior(int dimensions, int features) {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** The number of columns of a row. */
  public int width() {
    return dimensions + features;
  }

  /**
   * The log-density of each molecule in nats.
   *
   * @param rows [atoms × width]; the positions of each molecule have zero mean
   */
  public double[] logDensity(BatchShape shape, double[] rows) {
    double[] result = new double[shape.molecules()];
    for (int b = 0; b < result.length; b++) {
      double squares = 0;
      for (int k = shape.offset(b) * width(); k < shape.offset(b + 1) * width(); k++) {
        squares += rows[k] * rows[k];
      }
      int atoms = shape.size(b);
      int freedom = (atoms - 1) * dimensions + atoms * features;
      result[b] = -0.5 * squares - 0.5 * freedom * LOG_TWO_PI;
    }
    return result;
  }

  /** Draws latent variables: [atoms × width], the positions of each molecule with zero mean. */
  public double[] sample(BatchShape shape, RandomGenerator random) {
    double[] rows = new double[shape.atoms() * width()];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = random.nextGaussian();
    }
    centre(shape, rows);
    return rows;
  }

  /** Takes the mean position of each molecule away from its positions, in place. */
  public void centre(BatchShape shape, double[] rows) {
    for (int b = 0; b < shape.molecules(); b++) {
      for (int axis = 0; axis < dimensions; axis++) {
        double sum = 0;
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          sum += rows[i * width() + axis];
        }
        double mean = sum / shape.size(b);
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          rows[i * width() + axis] -= mean;
        }
      }
    }
  }
}
