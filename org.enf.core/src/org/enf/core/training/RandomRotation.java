package org.enf.core.training;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;

/** Rotations drawn from the uniform distribution over all rotations of space or plane. */
final class RandomRotation {
  private RandomRotation() {}

  /**
   * Turns each molecule about the origin by a rotation of its own.
   *
   * @param positions [atoms × dimensions], not changed
   * @param dimensions 1 to 3; on a line there is nothing to turn
   * @return the turned positions
   */
  static double[] ofEach(
      BatchShape shape, double[] positions, int dimensions, RandomGenerator random) {
    double[] turned = new double[positions.length];
    for (int b = 0; b < shape.molecules(); b++) {
      double[] matrix = draw(dimensions, random);
      for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
        for (int row = 0; row < dimensions; row++) {
          double sum = 0;
          for (int column = 0; column < dimensions; column++) {
            sum += matrix[row * dimensions + column] * positions[i * dimensions + column];
          }
          turned[i * dimensions + row] = sum;
        }
      }
    }
    return turned;
  }

  /** A matrix [dimensions × dimensions]. */
  private static double[] draw(int dimensions, RandomGenerator random) {
    return switch (dimensions) {
      case 1 -> new double[] {1};
      case 2 -> inPlane(2 * Math.PI * random.nextDouble());
      case 3 -> inSpace(random);
      default -> throw new IllegalArgumentException("space has 1 to 3 dimensions");
    };
  }

  private static double[] inPlane(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[] {cos, -sin, sin, cos};
  }

  /** A unit quaternion of uniform direction is a uniform rotation. */
  private static double[] inSpace(RandomGenerator random) {
    double w = random.nextGaussian();
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    double z = random.nextGaussian();
    double scale = 2 / (w * w + x * x + y * y + z * z);
    return new double[] {
      1 - scale * (y * y + z * z),
      scale * (x * y - w * z),
      scale * (x * z + w * y),
      scale * (x * y + w * z),
      1 - scale * (x * x + z * z),
      scale * (y * z - w * x),
      scale * (x * z - w * y),
      scale * (y * z + w * x),
      1 - scale * (x * x + y * y)
    };
  }
}
