package org.enf.core.koehler;

import java.util.Collections;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.DivergenceNetwork;

/**
 * Simple dynamics: the negative gradient of the potential Σ_{i≠j} φ(dᵢⱼ), where φ is a perceptron
 * with two hidden layers of tanh on the values of a radial basis at the distance, each plus 10⁻⁶
 * and then divided by their sum.
 *
 * <p>It does not depend on time, and its network interpolates φ′ between 64 nodes a width of the
 * basis, which changes F by less than 10⁻¹⁰ of its size and makes it fast. The parameters are, row
 * by row, the weights [out, in] of the first layer, its biases, the same of the second layer, and
 * the weights of the output, whose bias would move nothing; the basis is fixed.
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

  /** The nodes of the table of φ for each smallest width. */
  private static final int NODES_PER_WIDTH = 64;

  private static final int MOST_INTERVALS = 1 << 17;

  /** Largest widths beyond the last centre at which a curve is below 10⁻²⁴. */
  private static final double REACH = 7.5;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names it
   */
  public SimpleDynamics {
    PairDynamics.requireDimensions(dimensions);
    requireHidden("firstHidden", firstHidden);
    requireHidden("secondHidden", secondHidden);
    double nodes = reach(distances) / step(distances);
    if (!(nodes > 0 && nodes < MOST_INTERVALS)) {
      throw new IllegalArgumentException(
          "distances must reach over at most "
              + MOST_INTERVALS / NODES_PER_WIDTH
              + " of their smallest widths, from 0 on, not "
              + nodes / NODES_PER_WIDTH);
    }
  }

  private static double step(RadialBasis basis) {
    return Collections.min(basis.widths()) / NODES_PER_WIDTH;
  }

  private static double reach(RadialBasis basis) {
    return Collections.max(basis.centres()) + REACH * Collections.max(basis.widths());
  }

  /** How far apart the nodes of the table of φ are (Å). */
  double tableStep() {
    return step(distances);
  }

  /** The number of intervals between the nodes of the table of φ, the first of which is at 0. */
  int tableIntervals() {
    return (int) Math.ceil(reach(distances) / tableStep());
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
