package org.enf.core.training;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;

/**
 * Data augmentation by random rotations, for networks that are not equivariant (GNF-att-aug,
 * Satorras et al. 2021, §5).
 *
 * <p>In the plane the angle is uniform. In space a rotation is the product of three about the axes
 * x, y and z with uniform angles, as in the reference; this is not the uniform (Haar) distribution
 * of rotations: it prefers to keep the z axis across itself.
 */
public final class RandomRotations {
  private RandomRotations() {}

  /**
   * The positions with each molecule turned about the origin by a rotation of its own.
   *
   * @param dimensions 2 or 3
   * @param positions [atoms × dimensions], unchanged
   * @throws IllegalArgumentException if there is nothing to turn in so few dimensions
   */
  public static double[] ofEachMolecule(
      BatchShape shape, int dimensions, double[] positions, RandomGenerator random) {
    if (dimensions < 2 || dimensions > 3) {
      throw new IllegalArgumentException(
          "random rotations need 2 or 3 dimensions, not " + dimensions);
    }
    shape.requireElements(positions.length, dimensions);
    double[] turned = positions.clone();
    for (int b = 0; b < shape.molecules(); b++) {
      if (dimensions == 3) {
        turn(shape, b, 3, 1, 2, turned, random);
        turn(shape, b, 3, 2, 0, turned, random);
      }
      turn(shape, b, dimensions, 0, 1, turned, random);
    }
    return turned;
  }

  /** Turns one molecule in the plane of two axes. */
  private static void turn(
      BatchShape shape,
      int molecule,
      int dimensions,
      int first,
      int second,
      double[] positions,
      RandomGenerator random) {
    double angle = 2 * Math.PI * random.nextDouble();
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    for (int i = shape.offset(molecule); i < shape.offset(molecule + 1); i++) {
      double x = positions[i * dimensions + first];
      double y = positions[i * dimensions + second];
      positions[i * dimensions + first] = cosine * x - sine * y;
      positions[i * dimensions + second] = sine * x + cosine * y;
    }
  }
}
