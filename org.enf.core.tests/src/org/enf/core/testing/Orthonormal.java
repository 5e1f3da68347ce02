package org.enf.core.testing;

import java.util.Random;

/** Random orthonormal rows. */
public final class Orthonormal {
  private Orthonormal() {}

  /** By Gram and Schmidt on normal numbers: Haar-distributed orthogonal matrices. */
  public static double[][] rows(int n, Random random) {
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        rows[i][k] = random.nextGaussian();
      }
      for (int j = 0; j < i; j++) {
        double overlap = dot(rows[i], rows[j]);
        for (int k = 0; k < n; k++) {
          rows[i][k] -= overlap * rows[j][k];
        }
      }
      double length = Math.sqrt(dot(rows[i], rows[i]));
      for (int k = 0; k < n; k++) {
        rows[i][k] /= length;
      }
    }
    return rows;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
