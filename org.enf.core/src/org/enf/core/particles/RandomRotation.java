package org.enf.core.particles;

import java.util.random.RandomGenerator;

/**
 * Turns configurations at random: by a uniform angle in the plane, in space about the three axes
 * one after the other, each by a uniform angle, which is how the paper augments the training data
 * of GNF-att-aug (that reaches all rotations, but not all equally often).
 */
public final class RandomRotation {
  private RandomRotation() {}

  /**
   * Turns positions about the origin, in place.
   *
   * @param positions [particles × dimensions]
   * @param dimensions 1 (which nothing can turn) to 3
   */
  public static void turn(double[] positions, int dimensions, RandomGenerator random) {
    turn(positions, 0, positions.length, dimensions, random);
  }

  /** Turns each of several configurations on its own, in place. */
  public static void turnEach(
      double[] rows, int particles, int dimensions, RandomGenerator random) {
    int width = particles * dimensions;
    for (int begin = 0; begin < rows.length; begin += width) {
      turn(rows, begin, begin + width, dimensions, random);
    }
  }

  private static void turn(
      double[] rows, int begin, int end, int dimensions, RandomGenerator random) {
    for (int first = 0; first < dimensions - 1; first++) {
      for (int second = first + 1; second < dimensions; second++) {
        turn(rows, begin, end, dimensions, first, second, 2 * Math.PI * random.nextDouble());
      }
    }
  }

  /** Turns by an angle in the plane of two axes. */
  private static void turn(
      double[] rows, int begin, int end, int dimensions, int first, int second, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int row = begin; row < end; row += dimensions) {
      double a = rows[row + first];
      double b = rows[row + second];
      rows[row + first] = cos * a - sin * b;
      rows[row + second] = sin * a + cos * b;
    }
  }
}
