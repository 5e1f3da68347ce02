package org.enf.core.dequantization;

/**
 * Molecules as they go into the continuous flow.
 *
 * @param lifted the features before the ActNorm
 * @param rows [atoms × (3 + features)]: positions with zero mean and features after it
 * @param scaling the log-determinant of the ActNorm for each molecule, in nats
 */
public record Normalised(Dequantizer.Lifted lifted, double[] rows, double[] scaling) {
  /** The log-determinants of ActNorm and continuous flow together. */
  double[] logDeterminants(double[] ofFlow) {
    double[] sums = ofFlow.clone();
    for (int b = 0; b < sums.length; b++) {
      sums[b] += scaling[b];
    }
    return sums;
  }
}
