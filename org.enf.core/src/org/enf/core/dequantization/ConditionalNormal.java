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
 * A normal u = μ + σε for each feature of each atom, whose μ and log σ an EGNN gives from the
 * positions, the one-hot type and the charge (the atomic number) of the atoms.
 */
final class ConditionalNormal implements AutoCloseable {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final int N = Molecule.DIMENSIONS;

  private final AtomTypes types;
  private final Engine engine;
  private final Network network;
  private final int features;

  /**
   * A distribution with parameters still to be set.
   *
   * @param settings an EGNN from K + 1 features to twice as many
   */
  ConditionalNormal(AtomTypes types, EgnnSettings settings, Engine engine) {
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

  int features() {
    return features;
  }

  AtomTypes types() {
    return types;
  }

  void setParameters(Vector parameters) {
    network.setParameters(parameters);
  }

  /** Standard normal noise for a batch: [atoms × features]. */
  double[] noise(BatchShape shape, RandomGenerator random) {
    double[] noise = new double[shape.atoms() * features];
    for (int k = 0; k < noise.length; k++) {
      noise[k] = random.nextGaussian();
    }
    return noise;
  }

  Draw draw(MoleculeBatch batch, double[] noise) {
    BatchShape shape = batch.shape();
    double[] networkInput = networkInput(batch);
    double[] networkOutput = new double[shape.atoms() * network.outputWidth()];
    try (Vector input = engine.vector(networkInput);
        Vector output = engine.vector(networkOutput.length)) {
      network.value(shape, new double[shape.molecules()], input, output);
      output.read(networkOutput);
    }
    return new Draw(shape, noise, networkInput, networkOutput);
  }

  private double[] networkInput(MoleculeBatch batch) {
    int width = N + features;
    double[] rows = new double[batch.types().length * width];
    for (int i = 0; i < batch.types().length; i++) {
      System.arraycopy(batch.positions(), i * N, rows, i * width, N);
    }
    OneHotRows.write(types, batch.types(), rows, width, N);
    return rows;
  }

  @Override
  public void close() {
    network.close();
  }

  /** One draw for a batch. */
  final class Draw {
    private final BatchShape shape;
    private final double[] noise;
    private final double[] networkInput;
    private final double[] networkOutput;

    private Draw(BatchShape shape, double[] noise, double[] networkInput, double[] networkOutput) {
      this.shape = shape;
      this.noise = noise;
      this.networkInput = networkInput;
      this.networkOutput = networkOutput;
    }

    private double logScale(int atom, int feature) {
      return networkOutput[atom * network.outputWidth() + N + features + feature];
    }

    /** The feature's u. */
    double value(int atom, int feature) {
      return networkOutput[atom * network.outputWidth() + N + feature]
          + Math.exp(logScale(atom, feature)) * noise[atom * features + feature];
    }

    /** log q(u) of all features of an atom. */
    double logDensity(int atom) {
      double logDensity = 0;
      for (int k = 0; k < features; k++) {
        double e = noise[atom * features + k];
        logDensity += -0.5 * e * e - HALF_LOG_TWO_PI - logScale(atom, k);
      }
      return logDensity;
    }

    /**
     * Goes back to the parameters of the network.
     *
     * @param valueCotangents the gradient by each u: [atoms × features]
     * @param logDensityCotangents the gradient by log q(u) of each molecule
     * @param parameterGradient the gradient is added to it
     */
    void reverse(
        double[] valueCotangents, double[] logDensityCotangents, Vector parameterGradient) {
      double[] outputCotangent = new double[networkOutput.length];
      for (int b = 0; b < shape.molecules(); b++) {
        for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
          int row = i * network.outputWidth() + N;
          for (int k = 0; k < features; k++) {
            double cotangent = valueCotangents[i * features + k];
            outputCotangent[row + k] = cotangent;
            outputCotangent[row + features + k] =
                cotangent * Math.exp(logScale(i, k)) * noise[i * features + k]
                    - logDensityCotangents[b];
          }
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
  }
}
