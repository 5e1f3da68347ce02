package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.vector.Vector;

/**
 * Adds uniform noise on [0, 1) to the one-hot types and the charges (Uria et al., "RNADE", 2013);
 * its density is 1 wherever it draws.
 */
public final class UniformDequantizer implements Dequantizer {
  private final AtomTypes types;

  /** A dequantizer for these types. */
  public UniformDequantizer(AtomTypes types) {
    this.types = types;
  }

  @Override
  public int features() {
    return types.size() + 1;
  }

  /** There is no network, and so nothing to take over. */
  @Override
  public void setParameters(Vector parameters) {
    if (parameters.length() != 0) {
      throw new IllegalArgumentException(
          "uniform dequantization has no parameters, not " + parameters.length());
    }
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
    double[] values = new double[noise.length];
    OneHotRows.write(types, batch.types(), values, features(), 0);
    for (int k = 0; k < values.length; k++) {
      values[k] += noise[k];
    }
    return new LiftedByNoise(values, new double[batch.shape().molecules()]);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
