package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Erf;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.AtomTypes;

/**
 * Adds normal noise to the one-hot types and the charges, with a deviation of {@value #DEVIATION}
 * and cut off at ±½, so that the largest type and the nearest charge are always those that went in.
 *
 * <p>As a normal distribution is what a flow from normal noise makes most easily, a model can get
 * close to it, and then the bound on log p(x, h) is nearly tight.
 */
public final class GaussianDequantizer extends FixedNoiseDequantizer {
  /** The deviation of the noise before it is cut off. */
  public static final double DEVIATION = 0.15;

  private static final double MOST = 0.5;

  /** What the part within the cut-off integrates to. */
  private static final double INSIDE = Erf.erf(MOST / (DEVIATION * Math.sqrt(2)));

  private static final double LOG_FACTOR = -Math.log(INSIDE * DEVIATION * Math.sqrt(2 * Math.PI));

  /** A dequantizer for these types. */
  public GaussianDequantizer(AtomTypes types) {
    super(types, Dequantization.GAUSSIAN);
  }

  /** Normal noise within (−½, ½) for a batch: [atoms × features]. */
  @Override
  public double[] noise(BatchShape shape, RandomGenerator random) {
    double[] noise = new double[shape.atoms() * features()];
    for (int k = 0; k < noise.length; k++) {
      do {
        noise[k] = DEVIATION * random.nextGaussian();
      } while (Math.abs(noise[k]) >= MOST);
    }
    return noise;
  }

  @Override
  public Lifted lift(MoleculeBatch batch, double[] noise) {
    BatchShape shape = batch.shape();
    double[] logDensities = new double[shape.molecules()];
    for (int b = 0; b < logDensities.length; b++) {
      for (int k = shape.offset(b) * features(); k < shape.offset(b + 1) * features(); k++) {
        double deviations = noise[k] / DEVIATION;
        logDensities[b] += LOG_FACTOR - 0.5 * deviations * deviations;
      }
    }
    return new LiftedByNoise(noisy(batch, noise), logDensities);
  }

  /** The charge is the nearest one. */
  @Override
  public int charge(double[] rows, int offset) {
    return (int) Math.rint(rows[offset + features() - 1]);
  }
}
