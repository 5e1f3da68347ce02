package org.enf.core.koehler;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.enf.core.egnn.DivergenceNetwork;

/**
 * Kernel dynamics: F(d, t) = Σ_τ Tτ(t)·(bτ + Σ_k (K_k(d) + s_k²)·W_kτ), with the values of a basis
 * in distance K and one in time T, each divided by 10⁻⁶ plus their sum.
 *
 * <p>The parameters are the logarithms of the inverse widths of K and those of T, the weights W row
 * by row [distances × times], the biases b and the importances s. Importances start at 0, where
 * their gradient is 0 as well, so they stay there unless they are set.
 *
 * <p>The reference's divergence takes d·F′ where |x|²/d·F′ is exact, and its F′ has a slip in the
 * derivative of the sum; here both are exact.
 *
 * @param dimensions the number of space dimensions, 1 to 3
 * @param distances the basis in distance (Å) at the start; its widths are trained
 * @param times the basis in time at the start; its widths are trained
 */
public record KernelDynamics(int dimensions, RadialBasis distances, RadialBasis times)
    implements PairDynamics {
  private static final int DISTANCES = 50;
  private static final int TIMES = 10;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names it
   */
  public KernelDynamics {
    PairDynamics.requireDimensions(dimensions);
  }

  /**
   * The settings for DW4 and for the positions of QM9: 50 centres from 0 to 8 Å of width 0.5 Å, 10
   * from time 0 to 1 of width 0.3.
   */
  public static KernelDynamics paper(int dimensions) {
    return new KernelDynamics(
        dimensions, RadialBasis.even(0, 8, DISTANCES, 0.5), RadialBasis.even(0, 1, TIMES, 0.3));
  }

  /**
   * The settings for LJ13: 50 centres from 0 to 6.57 Å, dense where close pairs are, and 10 times
   * from 0 to 1, broader at the ends.
   */
  public static KernelDynamics lennardJones(int dimensions) {
    double range = 16;
    double[] centres =
        RadialBasis.spread(0, range, DISTANCES)
            .map(r -> 2 * range * squareOfHalf(r / range))
            .sorted()
            .toArray();
    RadialBasis distances =
        RadialBasis.of(
            DoubleStream.of(centres),
            DoubleStream.of(centres).map(c -> 0.3 + 3 * range * squareOfHalf(c / range)));
    RadialBasis times =
        RadialBasis.of(
            RadialBasis.spread(0, 1, TIMES),
            RadialBasis.spread(0, 1, TIMES)
                .map(t -> (0.3 + 2 * square((t - 0.5) / 2)) / Math.sqrt(TIMES)));
    return new KernelDynamics(dimensions, distances, times);
  }

  /** The square of half the difference from 1.5 Å, all in units of 16 Å. */
  private static double squareOfHalf(double part) {
    return square((part - 1.5 / 16) / 2);
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public int parameterCount() {
    int k = distances.size();
    int t = times.size();
    return k + t + k * t + t + k;
  }

  /**
   * {@inheritDoc} Widths are those of the settings, weights normal with variance 1 / distances,
   * biases and importances 0.
   */
  @Override
  public double[] initialise(RandomGenerator random) {
    double[] all = new double[parameterCount()];
    int at = 0;
    for (double width : distances.widths()) {
      all[at++] = -Math.log(width);
    }
    for (double width : times.widths()) {
      all[at++] = -Math.log(width);
    }
    double deviation = 1 / Math.sqrt(distances.size());
    for (int weights = distances.size() * times.size(); weights > 0; weights--) {
      all[at++] = deviation * random.nextGaussian();
    }
    return all;
  }

  @Override
  public DivergenceNetwork network() {
    return new PairNetwork(this, new KernelForce(this));
  }
}
