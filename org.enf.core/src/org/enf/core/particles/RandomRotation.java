package org.enf.core.particles;

import java.util.random.RandomGenerator;

/**
 * Turns configurations by rotations drawn from the uniform distribution over all rotations of plane
 * or space. (The paper's code turns about the three axes one after the other, which reaches all
 * rotations of space, but some more often than others.)
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
    turn(positions, 0, positions.length, draw(dimensions, random));
  }

  /** Turns each of several configurations on its own, in place. */
  public static void turnEach(
      double[] rows, int particles, int dimensions, RandomGenerator random) {
    int width = particles * dimensions;
    for (int begin = 0; begin < rows.length; begin += width) {
      turn(rows, begin, begin + width, draw(dimensions, random));
    }
  }

  private static void turn(double[] rows, int begin, int end, double[][] matrix) {
    int dimensions = matrix.length;
    double[] before = new double[dimensions];
    for (int row = begin; row < end; row += dimensions) {
      System.arraycopy(rows, row, before, 0, dimensions);
      for (int axis = 0; axis < dimensions; axis++) {
        double sum = 0;
        for (int k = 0; k < dimensions; k++) {
          sum += matrix[axis][k] * before[k];
        }
        rows[row + axis] = sum;
      }
    }
  }

  private static double[][] draw(int dimensions, RandomGenerator random) {
    return switch (dimensions) {
      case 1 -> new double[][] {{1}};
      case 2 -> inPlane(2 * Math.PI * random.nextDouble());
      case 3 -> inSpace(random);
      default ->
          throw new IllegalArgumentException(
              "the number of space dimensions must be 1 to 3, not " + dimensions);
    };
  }

  private static double[][] inPlane(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[][] {{cos, -sin}, {sin, cos}};
  }

  /** The rotation of a unit quaternion that is uniform on its sphere. */
  private static double[][] inSpace(RandomGenerator random) {
    double w = random.nextGaussian();
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double s = 2 / (w * w + x * x + y * y + z * z);
    return new double[][] {
      {1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y)},
      {s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x)},
      {s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y)}
    };
  }
}
