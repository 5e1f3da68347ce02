package org.enf.core.particles;

import java.util.Arrays;

/**
 * Many configurations of the same number of particles, each with zero mean. Immutable.
 *
 * <p>Rows are configurations: [count × particles × dimensions].
 */
public final class PositionSet {
  private final int particles;
  private final int dimensions;
  private final double[] values;

  private PositionSet(int particles, int dimensions, double[] values) {
    this.particles = particles;
    this.dimensions = dimensions;
    this.values = values;
  }

  /**
   * A set of these configurations, each moved so that its mean is zero.
   *
   * @param values [count × particles × dimensions]; copied
   * @throws IllegalArgumentException if the number of values does not fit or one is not finite; the
   *     message names the configuration, counted from 1
   */
  public static PositionSet of(int particles, int dimensions, double[] values) {
    int width = Math.multiplyExact(particles, dimensions);
    if (width < 1 || values.length % width != 0) {
      throw new IllegalArgumentException(
          values.length
              + " values are no whole number of configurations of "
              + particles
              + " particles in "
              + dimensions
              + " dimensions");
    }
    double[] centred = values.clone();
    for (int row = 0; row < values.length / width; row++) {
      centre(centred, row, particles, dimensions);
    }
    return new PositionSet(particles, dimensions, centred);
  }

  private static void centre(double[] values, int row, int particles, int dimensions) {
    int begin = row * particles * dimensions;
    for (int axis = 0; axis < dimensions; axis++) {
      double sum = 0;
      for (int i = 0; i < particles; i++) {
        sum += values[begin + i * dimensions + axis];
      }
      double mean = sum / particles;
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "configuration " + (row + 1) + " holds a number that is not finite");
      }
      for (int i = 0; i < particles; i++) {
        values[begin + i * dimensions + axis] -= mean;
      }
    }
  }

  /** The number of configurations. */
  public int size() {
    return values.length / (particles * dimensions);
  }

  /** The number of particles M of each. */
  public int particles() {
    return particles;
  }

  /** The number of space dimensions n. */
  public int dimensions() {
    return dimensions;
  }

  /** All configurations, one after the other; a copy. */
  public double[] values() {
    return values.clone();
  }

  /**
   * The configurations with these indices, one after the other.
   *
   * @throws IndexOutOfBoundsException if there is none of an index
   */
  public double[] rows(int... indices) {
    int width = particles * dimensions;
    double[] rows = new double[indices.length * width];
    for (int k = 0; k < indices.length; k++) {
      System.arraycopy(values, indices[k] * width, rows, k * width, width);
    }
    return rows;
  }

  /**
   * The configurations from an index up to, not including, another.
   *
   * @throws IndexOutOfBoundsException if these are no indices of the set
   */
  public PositionSet range(int from, int to) {
    int width = particles * dimensions;
    if (from < 0 || to > size() || from > to) {
      throw new IndexOutOfBoundsException(
          "configurations " + from + " to " + to + " of a set of " + size());
    }
    return new PositionSet(
        particles, dimensions, Arrays.copyOfRange(values, from * width, to * width));
  }

  /** Up to {@code most} configurations at equal distances in the set. */
  public PositionSet spread(int most) {
    int count = Math.min(most, size());
    int[] indices = new int[count];
    Arrays.setAll(indices, k -> (int) ((long) k * size() / count));
    return count == size() ? this : new PositionSet(particles, dimensions, rows(indices));
  }

  /** The distances of all pairs of a configuration, i &lt; j. */
  public double[] distances(int index) {
    double[] distances = new double[particles * (particles - 1) / 2];
    int begin = index * particles * dimensions;
    int k = 0;
    for (int i = 0; i < particles; i++) {
      for (int j = i + 1; j < particles; j++) {
        double sum = 0;
        for (int axis = 0; axis < dimensions; axis++) {
          double d = values[begin + i * dimensions + axis] - values[begin + j * dimensions + axis];
          sum += d * d;
        }
        distances[k++] = Math.sqrt(sum);
      }
    }
    return distances;
  }
}
