package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.vector.Vector;

/**
 * Lifts the discrete properties of atoms to continuous features v, drawn from q(v | h, x), and
 * tells the properties of given features.
 *
 * <p>An atom has a feature for each of the K types and one for the charge (the atomic number). Not
 * safe for use by several threads at once.
 */
public sealed interface Dequantizer extends AutoCloseable
    permits NormalDequantizer, FixedNoiseDequantizer {
  /** The dequantizer of a model, with parameters still to be set. */
  static Dequantizer of(EnfSettings settings, Engine engine) {
    return switch (settings.dequantization()) {
      case ARGMAX -> new ArgmaxDequantizer(settings.types(), settings.dequantizer(), engine);
      case VARIATIONAL ->
          new VariationalDequantizer(settings.types(), settings.dequantizer(), engine);
      case UNIFORM -> new UniformDequantizer(settings.types());
      case GAUSSIAN -> new GaussianDequantizer(settings.types());
    };
  }

  /** The number of features of an atom: a column for each type and one for the charge. */
  int features();

  /** Takes over new parameters of the network, if there is one. */
  void setParameters(Vector parameters);

  /** Noise for a batch: [atoms × features]. */
  double[] noise(BatchShape shape, RandomGenerator random);

  /**
   * Draws continuous features.
   *
   * @param noise [atoms × features], from {@link #noise}
   */
  Lifted lift(MoleculeBatch batch, double[] noise);

  /** The type of an atom from its features, which begin at {@code offset}: the largest of K. */
  default int type(double[] rows, int offset) {
    int best = 0;
    for (int k = 1; k < features() - 1; k++) {
      if (rows[offset + k] > rows[offset + best]) {
        best = k;
      }
    }
    return best;
  }

  /**
   * The charge of an atom from its features, which begin at {@code offset}: the last one, rounded
   * down, where noise lies above the charge.
   */
  default int charge(double[] rows, int offset) {
    return (int) Math.floor(rows[offset + features() - 1]);
  }

  /** Gives the memory back. */
  @Override
  void close();

  /** Features of a batch, drawn with their log-density, and the way back to the network. */
  interface Lifted {
    /** The continuous features v: [atoms × features]. */
    double[] values();

    /** log q(v | h, x) of each molecule in nats. */
    double[] logDensities();

    /**
     * Goes back to the parameters of the network.
     *
     * @param valuesCotangent the gradient of a loss by the features
     * @param logDensityCotangent the gradient by each molecule's log-density
     * @param parameterGradient the gradient by the network's parameters is added to it
     */
    void reverse(double[] valuesCotangent, double[] logDensityCotangent, Vector parameterGradient);
  }
}
