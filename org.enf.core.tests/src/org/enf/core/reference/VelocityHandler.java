package org.enf.core.reference;

import java.nio.file.Path;
import java.util.Arrays;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.ContinuousFlow.Image;
import org.enf.core.flow.FlowPrior;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.ode.StopSignal;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.TestedEngine;

/**
 * A velocity network with its derivatives at several times, and the whole flow.
 *
 * @param prefix what the names of the files begin with
 */
record VelocityHandler(String prefix) implements VectorHandler {
  private static final double EVALUATION = 1e-8;
  private static final double FLOW = 1e-5;

  @Override
  public void check(VectorNode file, Path folder) {
    Case data = new Case(file);
    for (TestedEngine tested : TestedEngine.values()) {
      try (Engine engine = tested.open();
          ArrayNetwork network = new ArrayNetwork(engine, data.settings, data.parameters)) {
        for (VectorNode evaluation : file.get("evals").elements()) {
          new Evaluation(data, evaluation, network, tested.tolerance(EVALUATION)).check();
        }
      }
    }
    checkFlow(data, file.get("flow"));
  }

  /** What all evaluations of a file have in common. */
  private static final class Case {
    private final BatchShape shape;
    private final NetworkSettings settings;
    private final double[] parameters;
    private final int dimensions;
    private final int features;
    private final double[] input;

    Case(VectorNode file) {
      shape = file.batch("x");
      dimensions = file.get("x").dimension(-1);
      features = file.has("h") ? file.get("h").dimension(-1) : 0;
      settings = settings(file, dimensions, features);
      parameters = parameters(file.get("weights"), settings);
      input = rows(file, "x", "h");
    }

    private static NetworkSettings settings(VectorNode file, int dimensions, int features) {
      VectorNode weights = file.get("weights");
      int layers = file.get("n_layers").integer();
      int hidden = file.get("hidden").integer();
      return weights.has("egnn.embedding.weight")
          ? EgnnSettings.dynamics(dimensions, features, layers, hidden)
          : GnnSettings.dynamics(
              dimensions, features, layers, hidden, weights.has("gnn.gcl_0.att_mlp.0.weight"));
    }

    /** In the reference's GNN of positions the time is the first column, here it is the last. */
    private static double[] parameters(VectorNode weights, NetworkSettings settings) {
      double[] all = weights.parameters("", settings);
      if (settings instanceof GnnSettings) {
        Parameter embedding = ParameterLayout.of(settings).get("gnn.embedding.weight");
        int columns = embedding.columns();
        for (int row = 0; row < embedding.rows(); row++) {
          int from = embedding.offset() + row * columns;
          double time = all[from];
          System.arraycopy(all, from + 1, all, from, columns - 1);
          all[from + columns - 1] = time;
        }
      }
      return all;
    }

    /** Columns of positions and, where there are features, those of features. */
    double[] rows(VectorNode node, String ofPositions, String ofFeatures) {
      double[] positions = node.get(ofPositions).rows(shape);
      return features == 0
          ? positions
          : VectorNode.beside(positions, dimensions, node.get(ofFeatures).rows(shape), features);
    }

    /** The dot product of each molecule. */
    double[] dots(double[] a, double[] b) {
      int[] offsets = shape.elementOffsets(dimensions + features);
      double[] dots = new double[shape.molecules()];
      for (int m = 0; m < dots.length; m++) {
        for (int k = offsets[m]; k < offsets[m + 1]; k++) {
          dots[m] += a[k] * b[k];
        }
      }
      return dots;
    }
  }

  /** The network at one time. */
  private record Evaluation(
      Case data, VectorNode expected, ArrayNetwork network, double tolerance) {
    void check() {
      double[] velocity = network.value(data.shape, times(), data.input);
      agrees("velocity", data.rows(expected, "dxdt", "dhdt"), velocity);
      agrees(
          "trace",
          expected.get("trace_exact").array(),
          network.trace(data.shape, times(), data.input).tangent());
      if (expected.has("dx2")) {
        agrees("|f|²", expected.get("dx2").array(), data.dots(velocity, velocity));
      }
      if (expected.has("hutchinson_eps")) {
        checkProducts();
      }
    }

    private double[] times() {
      double[] times = new double[data.shape.molecules()];
      Arrays.fill(times, expected.get("t").number());
      return times;
    }

    private void checkProducts() {
      double[] noise = expected.get("hutchinson_eps").rows(data.shape);
      double[] vjp = network.vjp(data.shape, times(), data.input, noise).input();
      double[] jvp = network.jvp(data.shape, times(), data.input, noise).tangent();
      agrees("εᵀJ", expected.get("vjp_eps").rows(data.shape), vjp);
      double[] estimate = expected.get("hutchinson_trace").array();
      agrees("(εᵀJ)ε", estimate, data.dots(vjp, noise));
      agrees("εᵀ(Jε)", estimate, data.dots(jvp, noise));
      agrees("|εᵀJ|²", expected.get("frobenius_est").array(), data.dots(vjp, vjp));
      if (expected.has("grad_test")) {
        checkGradient(expected.get("grad_test"), noise, vjp);
      }
    }

    /** L = ⟨w, f⟩ + ⟨ε, Jᵀε⟩ + 0.01·|Jᵀε|²: the gradient of L by Jᵀε is ε + 0.02·Jᵀε. */
    private void checkGradient(VectorNode wanted, double[] noise, double[] vjp) {
      double[] direction = noise.clone();
      for (int k = 0; k < direction.length; k++) {
        direction[k] += 0.02 * vjp[k];
      }
      Gradient gradient =
          network.reverse(
              data.shape, times(), data.input, direction, wanted.get("w").rows(data.shape), noise);
      agrees("gradient by the state", wanted.get("dL_dxh").rows(data.shape), gradient.input());
      double[] all = wanted.get("dL_dweights").parameters("", data.settings);
      for (Parameter block : ParameterLayout.of(data.settings).parameters()) {
        int from = block.offset();
        int to = from + block.length();
        agrees(
            "gradient by " + block.name(),
            Arrays.copyOfRange(all, from, to),
            Arrays.copyOfRange(gradient.parameters(), from, to));
      }
    }

    private void agrees(String what, double[] wanted, double[] found) {
      Closeness.assertClose(expected.where() + ": " + what, wanted, found, tolerance);
    }
  }

  private static void checkFlow(Case data, VectorNode expected) {
    double[] latent = expected.get("z").rows(data.shape);
    Image exact = flow(data, TestedEngine.PLAIN, new TraceEstimator.Exact());
    Closeness.assertWithin(expected.where() + ": z", latent, exact.rows(), FLOW);
    double[] logDeterminant = expected.get("delta_logp").array();
    Closeness.assertWithin(
        expected.where() + ": log-determinant", logDeterminant, exact.logDeterminants(), FLOW);
    double[] prior =
        new FlowPrior(data.dimensions, data.features).logDensity(data.shape, exact.rows());
    Closeness.assertWithin(
        expected.where() + ": log pZ(z)", expected.get("log_pz").array(), prior, FLOW);
    for (int b = 0; b < prior.length; b++) {
      prior[b] += exact.logDeterminants()[b];
    }
    VectorNode logDensity = expected.get(data.features == 0 ? "log_px" : "log_p_xh");
    Closeness.assertWithin(logDensity.where(), logDensity.array(), prior, FLOW);
    // the way does not depend on the trace, which would take an engine of large arrays long
    double[] noNoise = new double[data.input.length];
    Image way = flow(data, TestedEngine.ND4J_DOUBLE, new TraceEstimator.Hutchinson(noNoise));
    Closeness.assertWithin(expected.where() + ": z by ND4J", latent, way.rows(), FLOW);
  }

  private static Image flow(Case data, TestedEngine tested, TraceEstimator trace) {
    try (Engine engine = tested.open();
        ArrayNetwork network = new ArrayNetwork(engine, data.settings, data.parameters)) {
      return new ContinuousFlow(engine, network.network(), ReferenceSolver.TIGHT)
          .toLatent(data.shape, data.input, trace, StopSignal.NEVER);
    }
  }
}
