package org.enf.core.koehler;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.DivergenceNetwork;

/**
 * What a velocity of forces between pairs is made of: dxᵢ/dt = Σ_j (xᵢ − x_j)·F(dᵢⱼ, t) with d =
 * √(|xᵢ − x_j|² + 10⁻⁶) Å.
 *
 * <p>Its divergence is Σ_{i≠j} n·F + F′·|xᵢ − x_j|²/d, and its mean over the molecule is zero. It
 * moves positions only.
 */
public sealed interface PairDynamics permits SimpleDynamics, KernelDynamics {
  /** The number of space dimensions n. */
  int dimensions();

  /** The number of parameters. */
  int parameterCount();

  /** Fresh parameters as in the reference; the same random numbers give the same parameters. */
  double[] initialise(RandomGenerator random);

  /** The velocity, with all parameters zero until they are set. The caller closes it. */
  DivergenceNetwork network();

  /** The number of space dimensions, if it is one. */
  static int requireDimensions(int dimensions) {
    if (dimensions < 1 || dimensions > 3) {
      throw new IllegalArgumentException("dimensions must be 1 to 3, not " + dimensions);
    }
    return dimensions;
  }
}
