package org.enf.core.training;

import java.util.Arrays;
import org.enf.core.egnn.BatchShape;

/**
 * Many configurations of the same number of particles, for drawing batches.
 *
 * <p>Immutable.
 */
public final class PositionSet {
  private final int particles;
  private final int dimensions;
  private final double[] values;

  /**
   * A set.
   *
   * @param particles of each configuration, at least 1
   * @param dimensions of space, at least 1
   * @param values [configurations × particles × dimensions]; copied
   * @throws IllegalArgumentException if the values are no whole configurations, or not all finite
   */
  public PositionSet(int particles, int dimensions, double[] values) {
    if (particles < 1 || dimensions < 1) {
      throw new IllegalArgumentException(
          "positions need at least one particle and one dimension, not "
              + particles
              + " and "
              + dimensions);
    }
    int width = Math.multiplyExact(particles, dimensions);
    if (values.length % width != 0) {
      throw new IllegalArgumentException(
          values.length
              + " coordinates are no whole configurations of "
              + particles
              + " particles in "
              + dimensions
              + " dimensions");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "configuration " + (i / width + 1) + " has a coordinate that is not finite");
      }
    }
    this.particles = particles;
    this.dimensions = dimensions;
    this.values = values.clone();
  }

  /** The number of configurations. */
  public int size() {
    return values.length / (particles * dimensions);
  }

  /** The number of particles of each configuration. */
  public int particles() {
    return particles;
  }

  /** The number of space dimensions. */
  public int dimensions() {
    return dimensions;
  }

  /** The shape of a batch of so many configurations. */
  public BatchShape shape(int configurations) {
    return BatchShape.uniform(configurations, particles);
  }

  /** The configurations of these indices, [rows × dimensions], in this order. */
  public double[] batch(int... indices) {
    int width = particles * dimensions;
    double[] batch = new double[indices.length * width];
    for (int b = 0; b < indices.length; b++) {
      System.arraycopy(values, indices[b] * width, batch, b * width, width);
    }
    return batch;
  }

  /** Up to {@code most} indices at equal distances in the set. */
  public int[] spread(int most) {
    int count = Math.min(most, size());
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> (int) ((long) i * size() / count));
    return indices;
  }
}
