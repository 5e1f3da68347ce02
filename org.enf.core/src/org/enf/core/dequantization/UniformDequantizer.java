package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.AtomTypes;

/**
 * Adds uniform noise on [0, 1) to the one-hot types and the charges (Uria et al., "RNADE", 2013);
 * its density is 1 wherever it draws.
 */
public final class UniformDequantizer extends FixedNoiseDequantizer {
  /** A dequantizer for these types. */
  public UniformDequantizer(AtomTypes types) {
    super(types, Dequantization.UNIFORM);
  }

  /** Uniform noise on [0, 1) for a batch: [atoms × features]. */
  @Override
  public double[] noise(BatchShape shape, RandomGenerator random) {
    double[] noise = new double[shape.atoms() * features()];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = random.nextDouble();
    }
    return noise;
  }

  @Override
  public Lifted lift(MoleculeBatch batch, double[] noise) {
    return new LiftedByNoise(noisy(batch, noise), new double[batch.shape().molecules()]);
  }
}
