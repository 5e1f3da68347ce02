package org.enf.core.reference;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.dequantization.ArgmaxDequantizer;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ActNorm;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.TestedEngine;
import org.enf.core.vector.Vector;

/**
 * The whole bound on the log-likelihood; molecules and dequantizer stand in {@code
 * dequantizer.json}, the ActNorm in {@code actnorm.json} beside the file.
 */
final class FullBoundHandler implements VectorHandler {
  private static final double TOLERANCE = 1e-6;
  private static final double LATENT_TOLERANCE = 1e-5;

  @Override
  public String prefix() {
    return "full_loglik";
  }

  @Override
  public void check(VectorNode file, Path folder) throws IOException {
    VectorNode lifting = beside(file, folder, "dequantizer.json");
    Case data = new Case(file, lifting, beside(file, folder, "actnorm.json"));
    checkBound(data, TestedEngine.PLAIN, new TraceEstimator.Exact());
    checkLogDeterminantAlongPaths(data);
    // the log-determinant apart, this is exact too, and quick on an engine of large arrays
    double[] noNoise = new double[data.batch.shape().atoms() * data.width];
    checkBound(data, TestedEngine.ND4J_DOUBLE, new TraceEstimator.Hutchinson(noNoise));
    checkLatentVariables(data);
  }

  private static VectorNode beside(VectorNode file, Path folder, String name) throws IOException {
    Path other = folder.resolve(name);
    assertTrue(file.where() + " needs " + name + " beside it", Files.isRegularFile(other));
    return VectorNode.read(other);
  }

  /** One file with those that it refers to. */
  private static final class Case {
    private final VectorNode file;
    private final MoleculeBatch batch;
    private final double[] noise;
    private final EnfSettings settings;
    private final double[] dynamics;
    private final double[] scaling;
    private final double[] dequantizer;
    private final int width;

    Case(VectorNode file, VectorNode lifting, VectorNode actNorm) {
      this.file = file;
      batch = DequantizerHandler.batch(lifting);
      noise = lifting.get("eps").rows(batch.shape());
      int features = AtomTypes.QM9.size() + 1;
      width = 3 + features;
      EgnnSettings velocity =
          EgnnSettings.dynamics(
              3, features, file.get("n_layers").integer(), file.get("hidden").integer());
      settings =
          new EnfSettings(
              AtomTypes.QM9,
              velocity,
              DequantizerHandler.settings(lifting),
              PositionFreedom.AMBIENT);
      dynamics = file.get("dynamics_weights").parameters("", velocity);
      scaling = ActNormHandler.parameters(actNorm);
      dequantizer = DequantizerHandler.parameters(lifting);
    }

    double[] parameters() {
      double[] all = new double[settings.parameterCount()];
      System.arraycopy(dynamics, 0, all, 0, dynamics.length);
      System.arraycopy(scaling, 0, all, dynamics.length, scaling.length);
      System.arraycopy(dequantizer, 0, all, dynamics.length + scaling.length, dequantizer.length);
      return all;
    }

    double[] expected(String field) {
      return file.get(field).array();
    }
  }

  private static void checkBound(Case data, TestedEngine tested, TraceEstimator trace) {
    try (Engine engine = tested.open();
        MoleculeFlow flow = new MoleculeFlow(data.settings, engine, ReferenceSolver.TIGHT)) {
      flow.setParameters(data.parameters());
      MoleculeFlow.Bound bound = flow.bound(data.batch, data.noise, trace, StopSignal.NEVER);
      agrees(data, tested, "log_pz", bound.prior());
      agrees(data, tested, "log_q", bound.dequantization());
      if (trace instanceof TraceEstimator.Exact) {
        agrees(data, tested, "delta_logp_total", bound.logDeterminant());
        double[] sizes = logSizeProbabilities(data);
        agrees(data, tested, "log_pN", sizes);
        double[] values = bound.values();
        for (int b = 0; b < values.length; b++) {
          values[b] += sizes[b];
        }
        agrees(data, tested, "log_p", values);
      }
    }
  }

  private static void checkLogDeterminantAlongPaths(Case data) {
    try (Engine engine = TestedEngine.PLAIN.open();
        MoleculeFlow flow = new MoleculeFlow(data.settings, engine, ReferenceSolver.TIGHT)) {
      flow.setParameters(data.parameters());
      MoleculeFlow.Bounds bounds =
          flow.bounds(
              data.batch,
              data.noise,
              new TraceEstimator.Exact(),
              ErrorControl.PER_MOLECULE,
              StopSignal.NEVER);
      bounds.solutions().forEach(Solution::requireSuccess);
      agrees(data, TestedEngine.PLAIN, "log_pz", bounds.prior());
      agrees(data, TestedEngine.PLAIN, "delta_logp_total", bounds.logDeterminant());
    }
  }

  private static void agrees(Case data, TestedEngine tested, String field, double[] found) {
    Closeness.assertWithin(
        data.file.where() + ": " + field + " by " + tested, data.expected(field), found, TOLERANCE);
  }

  private static double[] logSizeProbabilities(Case data) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : data.file.get("node_histogram").json().properties()) {
      counts.put(Integer.valueOf(entry.getKey()), entry.getValue().asLong());
    }
    SizeDistribution distribution = new SizeDistribution(counts);
    BatchShape shape = data.batch.shape();
    double[] logProbabilities = new double[shape.molecules()];
    for (int b = 0; b < logProbabilities.length; b++) {
      logProbabilities[b] = distribution.logProbability(shape.size(b));
    }
    return logProbabilities;
  }

  /** The parts one after the other, for the bound does not tell z. */
  private static void checkLatentVariables(Case data) {
    BatchShape shape = data.batch.shape();
    try (Engine engine = TestedEngine.PLAIN.open();
        ArgmaxDequantizer dequantizer =
            new ArgmaxDequantizer(AtomTypes.QM9, data.settings.dequantizer(), engine);
        Vector parameters = engine.vector(data.dequantizer);
        ArrayNetwork network = new ArrayNetwork(engine, data.settings.dynamics(), data.dynamics)) {
      dequantizer.setParameters(parameters);
      double[] rows =
          VectorNode.beside(
              data.batch.positions(),
              3,
              dequantizer.lift(data.batch, data.noise).values(),
              data.width - 3);
      new ActNorm(3, data.width - 3, PositionFreedom.AMBIENT).forward(data.scaling, shape, rows);
      double[] latent =
          new ContinuousFlow(engine, network.network(), ReferenceSolver.TIGHT)
              .toLatent(
                  shape,
                  rows,
                  new TraceEstimator.Hutchinson(new double[rows.length]),
                  StopSignal.NEVER)
              .rows();
      VectorNode expected = data.file.get("z");
      Closeness.assertWithin(expected.where(), expected.rows(shape), latent, LATENT_TOLERANCE);
    }
  }
}
