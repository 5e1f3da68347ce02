package org.enf.core.testing;

/**
 * Derivatives by the five-point central difference, whose error is of fourth order in the step:
 * about ten digits for functions that change over distances of one.
 */
public final class FiniteDifferences {
  private static final double STEP = 2.5e-4;

  private FiniteDifferences() {}

  /** A number that depends on several. */
  @FunctionalInterface
  public interface ScalarFunction {
    /** The value at a point, which is not to be changed. */
    double at(double[] point);
  }

  /** Several numbers that depend on several. */
  @FunctionalInterface
  public interface VectorFunction {
    /** The values at a point, which is not to be changed. */
    double[] at(double[] point);
  }

  /** The gradient. */
  public static double[] gradient(ScalarFunction f, double[] point) {
    int[] all = new int[point.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return gradient(f, point, all);
  }

  /** The derivatives by the elements with these indices. */
  public static double[] gradient(ScalarFunction f, double[] point, int[] indices) {
    double[] gradient = new double[indices.length];
    for (int k = 0; k < indices.length; k++) {
      double[] direction = new double[point.length];
      direction[indices[k]] = 1;
      gradient[k] = along(p -> new double[] {f.at(p)}, point, direction)[0];
    }
    return gradient;
  }

  /** The derivative along a direction: J·direction. */
  public static double[] along(VectorFunction f, double[] point, double[] direction) {
    double[] near = difference(f, point, direction, STEP);
    double[] far = difference(f, point, direction, 2 * STEP);
    double[] derivative = new double[near.length];
    for (int i = 0; i < near.length; i++) {
      derivative[i] = (4 * near[i] - far[i]) / 3;
    }
    return derivative;
  }

  private static double[] difference(
      VectorFunction f, double[] point, double[] direction, double step) {
    double[] after = f.at(moved(point, direction, step));
    double[] before = f.at(moved(point, direction, -step));
    double[] slope = new double[after.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (after[i] - before[i]) / (2 * step);
    }
    return slope;
  }

  private static double[] moved(double[] point, double[] direction, double step) {
    double[] moved = point.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }

  /** The Jacobian: element [i][j] is the derivative of value i by element j of the point. */
  public static double[][] jacobian(VectorFunction f, double[] point) {
    double[][] jacobian = new double[f.at(point).length][point.length];
    for (int j = 0; j < point.length; j++) {
      double[] direction = new double[point.length];
      direction[j] = 1;
      double[] column = along(f, point, direction);
      for (int i = 0; i < column.length; i++) {
        jacobian[i][j] = column[i];
      }
    }
    return jacobian;
  }
}
