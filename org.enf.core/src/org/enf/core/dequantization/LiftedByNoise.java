package org.enf.core.dequantization;

import org.enf.core.vector.Vector;

/** Features lifted by noise in which no parameter has a part. */
record LiftedByNoise(double[] values, double[] logDensities) implements Dequantizer.Lifted {
  @Override
  public void reverse(
      double[] valuesCotangent, double[] logDensityCotangent, Vector parameterGradient) {
    // there are no parameters
  }
}
