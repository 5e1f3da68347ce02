package org.enf.core.testing;

/** Determinants of small matrices by Gaussian elimination. */
public final class Determinant {
  private Determinant() {}

  /** The determinant; the matrix is not changed. */
  public static double of(double[][] matrix) {
    int n = matrix.length;
    double[][] rest = new double[n][];
    for (int i = 0; i < n; i++) {
      rest[i] = matrix[i].clone();
    }
    double determinant = 1;
    for (int k = 0; k < n; k++) {
      int pivot = largestInColumn(rest, k);
      if (pivot != k) {
        double[] row = rest[pivot];
        rest[pivot] = rest[k];
        rest[k] = row;
        determinant = -determinant;
      }
      determinant *= rest[k][k];
      if (determinant == 0) {
        return 0;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = rest[i][k] / rest[k][k];
        for (int j = k; j < n; j++) {
          rest[i][j] -= factor * rest[k][j];
        }
      }
    }
    return determinant;
  }

  private static int largestInColumn(double[][] matrix, int column) {
    int largest = column;
    for (int i = column + 1; i < matrix.length; i++) {
      if (Math.abs(matrix[i][column]) > Math.abs(matrix[largest][column])) {
        largest = i;
      }
    }
    return largest;
  }
}
