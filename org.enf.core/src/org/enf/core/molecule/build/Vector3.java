package org.enf.core.molecule.build;

/** Arithmetic on vectors of three numbers that stand in larger arrays. */
final class Vector3 {
  private Vector3() {}

  /** The vector from one atom to another. */
  static void between(double[] positions, int from, int to, double[] result) {
    for (int axis = 0; axis < 3; axis++) {
      result[axis] = positions[3 * to + axis] - positions[3 * from + axis];
    }
  }

  /** The scalar product. */
  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** The Euclidean length. */
  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Makes {@code result} the vector product; it must be neither factor. */
  static void cross(double[] a, double[] b, double[] result) {
    result[0] = a[1] * b[2] - a[2] * b[1];
    result[1] = a[2] * b[0] - a[0] * b[2];
    result[2] = a[0] * b[1] - a[1] * b[0];
  }

  /** Adds a multiple of a vector to the entry of an atom. */
  static void addTo(double[] gradient, int atom, double factor, double[] vector) {
    for (int axis = 0; axis < 3; axis++) {
      gradient[3 * atom + axis] += factor * vector[axis];
    }
  }

  /** Makes {@code result} the derivative of the cosine of two vectors' angle by the first one. */
  static void cosineSlope(
      double[] a, double lengthA, double[] b, double lengthB, double cosine, double[] result) {
    for (int axis = 0; axis < 3; axis++) {
      result[axis] = (b[axis] / lengthB - cosine * a[axis] / lengthA) / lengthA;
    }
  }
}
