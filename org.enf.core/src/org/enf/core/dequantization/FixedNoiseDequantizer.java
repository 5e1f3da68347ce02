package org.enf.core.dequantization;

import org.enf.core.molecule.AtomTypes;
import org.enf.core.vector.Vector;

/** A dequantizer that adds noise of a fixed distribution, without a network. */
abstract sealed class FixedNoiseDequantizer implements Dequantizer
    permits UniformDequantizer, GaussianDequantizer {
  private final AtomTypes types;
  private final Dequantization kind;

  FixedNoiseDequantizer(AtomTypes types, Dequantization kind) {
    this.types = types;
    this.kind = kind;
  }

  final AtomTypes types() {
    return types;
  }

  @Override
  public final int features() {
    return types.size() + 1;
  }

  /** There is no network, and so nothing to take over. */
  @Override
  public final void setParameters(Vector parameters) {
    if (parameters.length() != 0) {
      throw new IllegalArgumentException(
          kind.words() + " dequantization has no parameters, not " + parameters.length());
    }
  }

  /** One-hot types and charges with the noise added: [atoms × features]. */
  final double[] noisy(MoleculeBatch batch, double[] noise) {
    double[] values = new double[noise.length];
    OneHotRows.write(types, batch.types(), values, features(), 0);
    for (int k = 0; k < values.length; k++) {
      values[k] += noise[k];
    }
    return values;
  }

  @Override
  public final void close() {
    // nothing is held
  }
}
