package org.enf.core.egnn;

/**
 * Brings the singular values of square matrices near to one: for the matrix U S Vᵀ an approximation
 * of U Vᵀ, by five steps of the quintic Newton-Schulz iteration X ← aX + (b + c XXᵀ) XXᵀX of Jordan
 * et al. ("Muon: An optimizer for hidden layers in neural networks", 2024).
 *
 * <p>Its coefficients lift small singular values fast and leave all of them between about 0.7 and
 * 1.2. Work is in single precision. Not safe for use by several threads at once.
 */
public interface Orthogonaliser {
  /** The number of steps. */
  int STEPS = 5;

  /** a: the weight of X. */
  float LINEAR = 3.4445f;

  /** b: the weight of XXᵀX. */
  float CUBIC = -4.7750f;

  /** c: the weight of XXᵀXXᵀX. */
  float QUINTIC = 2.0315f;

  /**
   * Replaces each matrix by its approximation; zero stays zero.
   *
   * @param matrices each [size × size], row by row
   */
  void orthogonalise(float[][] matrices);

  /** Divides a matrix by its Frobenius norm, so that no singular value is above one. */
  static void normalise(float[] matrix) {
    double square = 0;
    for (float element : matrix) {
      square += (double) element * element;
    }
    if (square > 0) {
      double factor = 1 / Math.sqrt(square);
      for (int i = 0; i < matrix.length; i++) {
        matrix[i] = (float) (matrix[i] * factor);
      }
    }
  }
}
