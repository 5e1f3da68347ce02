package org.enf.core.koehler;

import java.util.Arrays;

/** The force of {@link SimpleDynamics}: F(d) = −2·φ′(d)/d, as each pair is there twice. */
final class PotentialForce implements RadialForce {
  private static final double SMALLEST = 1e-6;

  private final Gaussians basis;
  private final TanhLayer firstLayer;
  private final TanhLayer secondLayer;
  private final double[] outputWeights;
  private final double[] encoded;
  private final double[] byFirstLayer;
  private final double[] bySecondLayer;

  PotentialForce(SimpleDynamics settings) {
    basis = new Gaussians(settings.distances());
    firstLayer = new TanhLayer(basis.size(), settings.firstHidden());
    secondLayer = new TanhLayer(settings.firstHidden(), settings.secondHidden());
    outputWeights = new double[settings.secondHidden()];
    encoded = new double[4 * PairBlock.PAIRS * basis.size()];
    byFirstLayer = new double[3 * PairBlock.PAIRS * settings.firstHidden()];
    bySecondLayer = new double[3 * PairBlock.PAIRS * settings.secondHidden()];
  }

  @Override
  public void setParameters(double[] parameters) {
    int second = firstLayer.parameterCount();
    int output = second + secondLayer.parameterCount();
    firstLayer.load(parameters, 0);
    secondLayer.load(parameters, second);
    System.arraycopy(parameters, output, outputWeights, 0, outputWeights.length);
  }

  @Override
  public void evaluate(PairBlock block, int derivatives) {
    int order = derivatives + 1;
    encode(block, order);
    firstLayer.forward(encoded, block.size(), order);
    secondLayer.forward(firstLayer.output(), block.size(), order);
    for (int p = 0; p < block.size(); p++) {
      double d = block.distance[p];
      double f = -2 * derivative(block, p, 1) / d;
      block.value[p] = f;
      if (derivatives > 0) {
        double f1 = (-2 * derivative(block, p, 2) - f) / d;
        block.first[p] = f1;
        if (derivatives > 1) {
          block.second[p] = (-2 * derivative(block, p, 3) - 2 * f1) / d;
        }
      }
    }
  }

  /** The radial basis at each distance and its derivatives, normalised. */
  private void encode(PairBlock block, int order) {
    int size = basis.size();
    int stride = block.size() * size;
    double[][] g = basis.values;
    for (int p = 0; p < block.size(); p++) {
      basis.evaluate(block.distance[p], order);
      double sum = basis.sums[0] + size * SMALLEST;
      double s1 = basis.sums[1] / sum;
      double s2 = basis.sums[2] / sum;
      double s3 = basis.sums[3] / sum;
      int at = p * size;
      for (int k = 0; k < size; k++) {
        double h = (g[0][k] + SMALLEST) / sum;
        double h1 = g[1][k] / sum - h * s1;
        encoded[at + k] = h;
        encoded[stride + at + k] = h1;
        if (order > 1) {
          double h2 = g[2][k] / sum - 2 * h1 * s1 - h * s2;
          encoded[2 * stride + at + k] = h2;
          if (order > 2) {
            encoded[3 * stride + at + k] = g[3][k] / sum - 3 * h2 * s1 - 3 * h1 * s2 - h * s3;
          }
        }
      }
    }
  }

  /** A derivative of φ at the distance of a pair. */
  private double derivative(PairBlock block, int pair, int order) {
    int width = outputWeights.length;
    int at = (order * block.size() + pair) * width;
    double sum = 0;
    for (int k = 0; k < width; k++) {
      sum += outputWeights[k] * secondLayer.output()[at + k];
    }
    return sum;
  }

  @Override
  public void reverse(PairBlock block, double[] gradient) {
    int pairs = block.size();
    int width = outputWeights.length;
    int second = firstLayer.parameterCount();
    int output = second + secondLayer.parameterCount();
    Arrays.fill(bySecondLayer, 0, pairs * width, 0);
    for (int p = 0; p < pairs; p++) {
      double d = block.distance[p];
      double by2 = -2 * block.byFirst[p] / d;
      double by1 = (-2 * block.byValue[p] - by2) / d;
      int first = (pairs + p) * width;
      int bent = (2 * pairs + p) * width;
      for (int k = 0; k < width; k++) {
        bySecondLayer[first + k] = by1 * outputWeights[k];
        bySecondLayer[bent + k] = by2 * outputWeights[k];
        gradient[output + k] +=
            by1 * secondLayer.output()[first + k] + by2 * secondLayer.output()[bent + k];
      }
    }
    secondLayer.reverse(firstLayer.output(), pairs, bySecondLayer, byFirstLayer, gradient, second);
    firstLayer.reverse(encoded, pairs, byFirstLayer, null, gradient, 0);
  }
}
