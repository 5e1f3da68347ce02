package org.enf.core.picture;

import org.enf.core.molecule.Molecule;

/**
 * A molecule seen from the side on which it is widest: its atoms on a plane, and how near each is
 * to the eye.
 */
final class Projection {
  private static final int N = Molecule.DIMENSIONS;
  private static final int SWEEPS = 12;

  private final double[] rotated;

  /** Turns the principal axes into right, up and towards the eye, the widest first. */
  Projection(Molecule molecule) {
    int atoms = molecule.size();
    double[] mean = new double[N];
    for (int i = 0; i < atoms; i++) {
      for (int axis = 0; axis < N; axis++) {
        mean[axis] += molecule.coordinate(i, axis) / atoms;
      }
    }
    double[][] spread = new double[N][N];
    for (int r = 0; r < N; r++) {
      for (int c = 0; c < N; c++) {
        for (int i = 0; i < atoms; i++) {
          spread[r][c] +=
              (molecule.coordinate(i, r) - mean[r]) * (molecule.coordinate(i, c) - mean[c]);
        }
      }
    }
    double[][] axes = principalAxes(spread);
    rotated = new double[N * atoms];
    for (int k = 0; k < N; k++) {
      for (int i = 0; i < atoms; i++) {
        for (int axis = 0; axis < N; axis++) {
          rotated[N * i + k] += axes[axis][k] * (molecule.coordinate(i, axis) - mean[axis]);
        }
      }
    }
  }

  /** The eigenvectors as columns, that of the largest eigenvalue first, by Jacobi's rotations. */
  private static double[][] principalAxes(double[][] symmetric) {
    double[][] axes = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < N - 1; p++) {
        for (int q = p + 1; q < N; q++) {
          double angle = 0.5 * Math.atan2(2 * symmetric[p][q], symmetric[p][p] - symmetric[q][q]);
          rotateColumns(symmetric, p, q, angle);
          rotateRows(symmetric, p, q, angle);
          rotateColumns(axes, p, q, angle);
        }
      }
    }
    // the angle above leaves the larger of two eigenvalues first, so the sweeps have sorted them
    return axes;
  }

  private static void rotateColumns(double[][] m, int p, int q, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (double[] row : m) {
      double a = row[p];
      double b = row[q];
      row[p] = cos * a + sin * b;
      row[q] = cos * b - sin * a;
    }
  }

  private static void rotateRows(double[][] m, int p, int q, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int c = 0; c < N; c++) {
      double a = m[p][c];
      double b = m[q][c];
      m[p][c] = cos * a + sin * b;
      m[q][c] = cos * b - sin * a;
    }
  }

  /** To the right, in Å from the centre. */
  double right(int atom) {
    return rotated[N * atom];
  }

  /** Upwards, in Å from the centre. */
  double up(int atom) {
    return rotated[N * atom + 1];
  }

  /** Towards the eye, in Å from the centre. */
  double near(int atom) {
    return rotated[N * atom + 2];
  }
}
