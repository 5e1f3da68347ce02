package org.enf.core.experiment;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.FlowPrior;
import org.enf.core.particles.PositionSet;

/**
 * A density on positions with zero mean from which points can be drawn, for importance sampling: a
 * mixture of narrow normals about given configurations and of a wide one about the origin, without
 * which places far from all of them would never be seen.
 */
final class MixtureProposal {
  /** The share of the wide normal. */
  private static final double WIDE = 0.2;

  private final PositionSet centres;
  private final double narrow;
  private final double wide;
  private final FlowPrior normal;

  /**
   * A proposal.
   *
   * @param centres configurations, each of the same weight
   * @param narrow the standard deviation about them
   * @param wide the standard deviation about the origin
   */
  MixtureProposal(PositionSet centres, double narrow, double wide) {
    this.centres = centres;
    this.narrow = narrow;
    this.wide = wide;
    normal = new FlowPrior(centres.dimensions(), 0);
  }

  /** Draws configurations: [count × particles × dimensions], each with zero mean. */
  double[] draw(int count, RandomGenerator random) {
    double[] rows = normal.sample(BatchShape.uniform(count, centres.particles()), random);
    int width = centres.particles() * centres.dimensions();
    for (int b = 0; b < count; b++) {
      boolean far = random.nextDouble() < WIDE;
      double[] centre = far ? new double[width] : centres.rows(random.nextInt(centres.size()));
      for (int k = 0; k < width; k++) {
        rows[b * width + k] = centre[k] + (far ? wide : narrow) * rows[b * width + k];
      }
    }
    return rows;
  }

  /** The density of each configuration by the (M − 1)·n dimensions of positions with zero mean. */
  double[] density(double[] rows) {
    int width = centres.particles() * centres.dimensions();
    double[] all = centres.values();
    double[] density = new double[rows.length / width];
    for (int b = 0; b < density.length; b++) {
      double sum = 0;
      for (int c = 0; c < centres.size(); c++) {
        sum += kernel(narrow, squaredDistance(rows, b * width, all, c * width, width));
      }
      double origin = kernel(wide, squaredDistance(rows, b * width, new double[width], 0, width));
      density[b] = (1 - WIDE) * sum / centres.size() + WIDE * origin;
    }
    return density;
  }

  private double kernel(double deviation, double squaredDistance) {
    double freedom = (double) centres.dimensions() * (centres.particles() - 1);
    return Math.exp(-0.5 * squaredDistance / (deviation * deviation))
        / Math.pow(2 * Math.PI * deviation * deviation, 0.5 * freedom);
  }

  private static double squaredDistance(double[] a, int from, double[] b, int other, int width) {
    double sum = 0;
    for (int k = 0; k < width; k++) {
      double d = a[from + k] - b[other + k];
      sum += d * d;
    }
    return sum;
  }
}
