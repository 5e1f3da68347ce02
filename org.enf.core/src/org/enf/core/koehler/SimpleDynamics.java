package org.enf.core.koehler;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.DivergenceNetwork;

/**
 * Simple dynamics: the negative gradient of the potential Σ_{i≠j} φ(dᵢⱼ), where φ is a perceptron
 * with two hidden layers of tanh on the values of a radial basis at the distance, each plus 10⁻⁶
 * and then divided by their sum.
 *
 * <p>It does not depend on time. The parameters are, row by row, the weights [out, in] of the first
 * layer, its biases, the same of the second layer, and the weights of the output, whose bias would
 * move nothing; the basis is fixed.
 *
 * @param dimensions the number of space dimensions, 1 to 3
 * @param distances the radial basis (Å)
 * @param firstHidden the width of the first hidden layer, 1 to 4096
 * @param secondHidden the width of the second hidden layer, 1 to 4096
 */
public record SimpleDynamics(
    int dimensions, RadialBasis distances, int firstHidden, int secondHidden)
    implements PairDynamics {
  private static final int MOST_HIDDEN = 4096;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names it
   */
  public SimpleDynamics {
    PairDynamics.requireDimensions(dimensions);
    requireHidden("firstHidden", firstHidden);
    requireHidden("secondHidden", secondHidden);
  }

  private static void requireHidden(String name, int width) {
    if (width < 1 || width > MOST_HIDDEN) {
      throw new IllegalArgumentException(name + " must be 1 to " + MOST_HIDDEN + ", not " + width);
    }
  }

  /**
   * The settings of all experiments of the paper: 50 centres from 0 to 8 Å of width 0.5 Å, hidden
   * layers of 64 and 32.
   */
  public static SimpleDynamics paper(int dimensions) {
    return new SimpleDynamics(dimensions, RadialBasis.even(0, 8, 50, 0.5), 64, 32);
  }

  @Override
  public int parameterCount() {
    return firstHidden * (distances.size() + 1) + secondHidden * (firstHidden + 1) + secondHidden;
  }

  /** {@inheritDoc} Weights and biases are uniform on ±1/√in. */
  @Override
  public double[] initialise(RandomGenerator random) {
    double[] all = new double[parameterCount()];
    int first = firstHidden * (distances.size() + 1);
    int second = first + secondHidden * (firstHidden + 1);
    fill(all, 0, first, distances.size(), random);
    fill(all, first, second, firstHidden, random);
    fill(all, second, all.length, secondHidden, random);
    return all;
  }

  private static void fill(double[] all, int from, int to, int inputs, RandomGenerator random) {
    double range = 1 / Math.sqrt(inputs);
    for (int k = from; k < to; k++) {
      all[k] = (2 * random.nextDouble() - 1) * range;
    }
  }

  @Override
  public DivergenceNetwork network() {
    return new PairNetwork(this, new PotentialForce(this));
  }
}
