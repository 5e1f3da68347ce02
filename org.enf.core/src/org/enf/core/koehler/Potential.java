package org.enf.core.koehler;

import java.util.Arrays;

/** The potential φ of {@link SimpleDynamics} and its derivatives by the distance. */
final class Potential {
  /** The most distances of one call. */
  static final int PLACES = 32;

  private static final double SMALLEST = 1e-6;

  private final Gaussians basis;
  private final TanhLayer firstLayer;
  private final TanhLayer secondLayer;
  private final double[] outputWeights;
  private final double[] encoded;
  private final double[] byFirstLayer;
  private final double[] bySecondLayer;

  Potential(SimpleDynamics settings) {
    basis = new Gaussians(settings.distances());
    firstLayer = new TanhLayer(basis.size(), settings.firstHidden());
    secondLayer = new TanhLayer(settings.firstHidden(), settings.secondHidden());
    outputWeights = new double[settings.secondHidden()];
    encoded = new double[4 * PLACES * basis.size()];
    byFirstLayer = new double[4 * PLACES * settings.firstHidden()];
    bySecondLayer = new double[4 * PLACES * settings.secondHidden()];
  }

  void setParameters(double[] parameters) {
    firstLayer.load(parameters, 0);
    secondLayer.load(parameters, secondAt());
    System.arraycopy(parameters, outputAt(), outputWeights, 0, outputWeights.length);
  }

  private int secondAt() {
    return firstLayer.parameterCount();
  }

  private int outputAt() {
    return secondAt() + secondLayer.parameterCount();
  }

  /**
   * Computes the first three derivatives.
   *
   * @param distances the first {@code count} of them are used
   * @param derivatives φ′, φ″ and φ‴ of the first distance, then of the next, and so on; written
   *     from {@code at} on
   */
  void differentiate(double[] distances, int count, double[] derivatives, int at) {
    forward(distances, count);
    int width = outputWeights.length;
    for (int p = 0; p < count; p++) {
      for (int order = 1; order <= 3; order++) {
        int row = (order * count + p) * width;
        double sum = 0;
        for (int k = 0; k < width; k++) {
          sum += outputWeights[k] * secondLayer.output()[row + k];
        }
        derivatives[at + 3 * p + order - 1] = sum;
      }
    }
  }

  /**
   * Adds the gradient of the sum of all derivatives times their cotangents by the parameters.
   *
   * @param cotangents as the derivatives of {@link #differentiate}, from the first element on
   */
  void reverse(double[] distances, int count, double[] cotangents, double[] gradient) {
    forward(distances, count);
    int width = outputWeights.length;
    Arrays.fill(bySecondLayer, 0, count * width, 0);
    for (int p = 0; p < count; p++) {
      for (int order = 1; order <= 3; order++) {
        double cotangent = cotangents[3 * p + order - 1];
        int row = (order * count + p) * width;
        for (int k = 0; k < width; k++) {
          bySecondLayer[row + k] = cotangent * outputWeights[k];
          gradient[outputAt() + k] += cotangent * secondLayer.output()[row + k];
        }
      }
    }
    secondLayer.reverse(
        firstLayer.output(), count, bySecondLayer, byFirstLayer, gradient, secondAt());
    firstLayer.reverse(encoded, count, byFirstLayer, null, gradient, 0);
  }

  private void forward(double[] distances, int count) {
    encode(distances, count);
    firstLayer.forward(encoded, count);
    secondLayer.forward(firstLayer.output(), count);
  }

  /** The radial basis at each distance and its derivatives, normalised. */
  private void encode(double[] distances, int count) {
    int size = basis.size();
    int stride = count * size;
    double[][] g = basis.values;
    for (int p = 0; p < count; p++) {
      basis.evaluate(distances[p], 3);
      double sum = basis.sums[0] + size * SMALLEST;
      double s1 = basis.sums[1] / sum;
      double s2 = basis.sums[2] / sum;
      double s3 = basis.sums[3] / sum;
      int at = p * size;
      for (int k = 0; k < size; k++) {
        double h = (g[0][k] + SMALLEST) / sum;
        double h1 = g[1][k] / sum - h * s1;
        double h2 = g[2][k] / sum - 2 * h1 * s1 - h * s2;
        encoded[at + k] = h;
        encoded[stride + at + k] = h1;
        encoded[2 * stride + at + k] = h2;
        encoded[3 * stride + at + k] = g[3][k] / sum - 3 * h2 * s1 - 3 * h1 * s2 - h * s3;
      }
    }
  }
}
