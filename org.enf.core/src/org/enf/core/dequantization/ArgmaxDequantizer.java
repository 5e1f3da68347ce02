package org.enf.core.dequantization;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Molecule;
import org.enf.core.vector.Vector;

/**
 * Lifts atom types by an argmax flow and charges by variational dequantization, both with noise
 * from one conditional EGNN (Satorras et al. 2021, §3.3; Hoogeboom et al., "Argmax Flows", 2021; Ho
 * et al., "Flow++", 2019).
 *
 * <p>The network sees the positions, the one-hot type and the charge (the atomic number) of each
 * atom and gives mean μ and log scale of a normal u = μ + σε for each of the K + 1 features. The
 * true type's v is its u, the others are pushed below it by v = T − softplus(T − u); the charge
 * becomes v = Z + sigmoid(u). So argmax and floor get type and charge back.
 */
public final class ArgmaxDequantizer implements AutoCloseable {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int N = Molecule.DIMENSIONS;

  private final AtomTypes types;
  private final Engine engine;
  private final Network network;
  private final int features;

  /**
   * A dequantizer with parameters still to be set.
   *
   * @param settings an EGNN from K + 1 features to twice as many
   */
  public ArgmaxDequantizer(AtomTypes types, EgnnSettings settings, Engine engine) {
    this.types = types;
    this.engine = engine;
    features = types.size() + 1;
    if (settings.inputFeatures() != features || settings.outputFeatures() != 2 * features) {
      throw new IllegalArgumentException(
          "a dequantizer of "
              + types.size()
              + " types maps "
              + features
              + " features to "
              + 2 * features);
    }
    network = engine.network(settings);
  }

  /** The number of features of an atom: a column for each type and one for the charge. */
  public int features() {
    return features;
  }

  /** Takes over new parameters of the network. */
  public void setParameters(Vector parameters) {
    network.setParameters(parameters);
  }

  /** Standard normal noise for a batch: [atoms × features]. */
  public double[] noise(BatchShape shape, RandomGenerator random) {
    double[] noise = new double[shape.atoms() * features];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = random.nextGaussian();
    }
    return noise;
  }

  /**
   * Draws continuous features.
   *
   * @param noise [atoms × features], standard normal
   */
  public Lifted lift(MoleculeBatch batch, double[] noise) {
    BatchShape shape = batch.shape();
    double[] networkInput = networkInput(batch);
    double[] networkOutput = new double[shape.atoms() * network.outputWidth()];
    try (Vector input = engine.vector(networkInput);
        Vector output = engine.vector(networkOutput.length)) {
      network.value(shape, new double[shape.molecules()], input, output);
      output.read(networkOutput);
    }
    Lifted lifted = new Lifted(batch, noise, networkInput, networkOutput);
    for (int b = 0; b < shape.molecules(); b++) {
      for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
        lifted.logDensities[b] += lifted.liftAtom(i);
      }
    }
    return lifted;
  }

  private double[] networkInput(MoleculeBatch batch) {
    int width = N + features;
    double[] rows = new double[batch.types().length * width];
    for (int i = 0; i < batch.types().length; i++) {
      System.arraycopy(batch.positions(), i * N, rows, i * width, N);
      rows[i * width + N + batch.types()[i]] = 1;
      rows[i * width + N + types.size()] = charge(batch.types()[i]);
    }
    return rows;
  }

  private double charge(int type) {
    return types.element(type).atomicNumber();
  }

  /** The type of an atom from its features, which begin at {@code offset}: the largest of K. */
  public int type(double[] rows, int offset) {
    int best = 0;
    for (int k = 1; k < types.size(); k++) {
      if (rows[offset + k] > rows[offset + best]) {
        best = k;
      }
    }
    return best;
  }

  @Override
  public void close() {
    network.close();
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** Features of a batch, drawn with their log-density, and the way back to the network. */
  public final class Lifted {
    private final MoleculeBatch batch;
    private final double[] noise;
    private final double[] networkInput;
    private final double[] networkOutput;
    private final double[] values;
    private final double[] logDensities;

    private Lifted(
        MoleculeBatch batch, double[] noise, double[] networkInput, double[] networkOutput) {
      this.batch = batch;
      this.noise = noise;
      this.networkInput = networkInput;
      this.networkOutput = networkOutput;
      values = new double[noise.length];
      logDensities = new double[batch.shape().molecules()];
    }

    /** The continuous features v: [atoms × features]. */
    public double[] values() {
      return values;
    }

    /** log q(v | h, x) of each molecule in nats. */
    public double[] logDensities() {
      return logDensities;
    }

    private double mean(int atom, int feature) {
      return networkOutput[atom * network.outputWidth() + N + feature];
    }

    private double logScale(int atom, int feature) {
      return networkOutput[atom * network.outputWidth() + N + features + feature];
    }

    private double raw(int atom, int feature) {
      return mean(atom, feature)
          + Math.exp(logScale(atom, feature)) * noise[atom * features + feature];
    }

    private double liftAtom(int atom) {
      double logDensity = 0;
      for (int k = 0; k < features; k++) {
        double e = noise[atom * features + k];
        logDensity += -0.5 * e * e - HALF_LOG_TWO_PI - logScale(atom, k);
      }
      int type = batch.types()[atom];
      double threshold = raw(atom, type);
      for (int k = 0; k < types.size(); k++) {
        double distance = threshold - raw(atom, k);
        values[atom * features + k] = k == type ? threshold : threshold - softplus(distance);
        // the log-determinant is log sigmoid(distance) = −softplus(−distance)
        logDensity += k == type ? 0 : softplus(-distance);
      }
      double u = raw(atom, types.size());
      values[atom * features + types.size()] = charge(type) + sigmoid(u);
      return logDensity + softplus(-u) + softplus(u);
    }

    /**
     * Goes back to the parameters of the network.
     *
     * @param valuesCotangent the gradient of a loss by the features
     * @param logDensityCotangent the gradient by each molecule's log-density
     * @param parameterGradient the gradient by the network's parameters is added to it
     */
    public void reverse(
        double[] valuesCotangent, double[] logDensityCotangent, Vector parameterGradient) {
      BatchShape shape = batch.shape();
      double[] outputCotangent = new double[networkOutput.length];
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          reverseAtom(i, valuesCotangent, logDensityCotangent[b], outputCotangent);
        }
      }
      try (Vector input = engine.vector(networkInput);
          Vector cotangent = engine.vector(outputCotangent)) {
        network.reverse(
            shape,
            new double[shape.molecules()],
            input,
            null,
            cotangent,
            null,
            null,
            parameterGradient);
      }
    }

    private void reverseAtom(
        int atom, double[] valuesCotangent, double logDensityCotangent, double[] output) {
      int type = batch.types()[atom];
      double threshold = raw(atom, type);
      double thresholdCotangent = valuesCotangent[atom * features + type];
      for (int k = 0; k < types.size(); k++) {
        if (k != type) {
          double s = sigmoid(threshold - raw(atom, k));
          double value = valuesCotangent[atom * features + k];
          double rawCotangent = value * s + logDensityCotangent * (1 - s);
          thresholdCotangent += value - rawCotangent;
          addRaw(atom, k, rawCotangent, logDensityCotangent, output);
        }
      }
      addRaw(atom, type, thresholdCotangent, logDensityCotangent, output);
      double s = sigmoid(raw(atom, types.size()));
      double chargeCotangent =
          valuesCotangent[atom * features + types.size()] * s * (1 - s)
              - logDensityCotangent * (1 - 2 * s);
      addRaw(atom, types.size(), chargeCotangent, logDensityCotangent, output);
    }

    private void addRaw(
        int atom, int feature, double cotangent, double logDensityCotangent, double[] output) {
      int row = atom * network.outputWidth() + N;
      output[row + feature] = cotangent;
      output[row + features + feature] =
          cotangent * Math.exp(logScale(atom, feature)) * noise[atom * features + feature]
              - logDensityCotangent;
    }
  }
}
