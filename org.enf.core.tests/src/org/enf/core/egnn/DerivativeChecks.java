package org.enf.core.egnn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.ArrayNetwork.Product;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Vector;

/** Checks the derivatives of the networks of an engine. */
final class DerivativeChecks {
  private static final BatchShape SHAPE = NetworkCase.SHAPE;

  private final Engine engine;
  private final double tolerance;

  DerivativeChecks(Engine engine, double tolerance) {
    this.engine = engine;
    this.tolerance = tolerance;
  }

  void jvpAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      try (ArrayNetwork network = network(c)) {
        Product product = network.jvp(SHAPE, c.time(), c.input(), c.tangent());
        NetworkTruth truth = NetworkTruth.of(c);
        Closeness.assertClose(
            c + ": value beside J·tangent", truth.value(), product.value(), tolerance);
        Closeness.assertClose(c + ": J·tangent", truth.product(), product.tangent(), tolerance);
      }
    }
  }

  void traceAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      int width = c.settings.inputWidth();
      if (c.settings.outputWidth() != width) {
        continue;
      }
      try (ArrayNetwork network = network(c);
          ArrayNetwork plain = new ArrayNetwork(new PlainEngine(), c.settings, c.parameters())) {
        double[][] jacobian =
            FiniteDifferences.jacobian(x -> plain.value(SHAPE, c.time(), x), c.input());
        double[] expected = new double[SHAPE.molecules()];
        for (int b = 0; b < expected.length; b++) {
          for (int k = SHAPE.offset(b) * width; k < SHAPE.offset(b + 1) * width; k++) {
            expected[b] += jacobian[k][k];
          }
        }
        Product found = network.trace(SHAPE, c.time(), c.input());
        Closeness.assertClose(c + ": trace", expected, found.tangent(), tolerance);
        Closeness.assertClose(
            c + ": value beside the trace", NetworkTruth.of(c).value(), found.value(), tolerance);
      }
    }
  }

  void vjpAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      try (ArrayNetwork network = network(c)) {
        agrees(
            c,
            NetworkTruth.of(c).gradient(),
            network.vjp(SHAPE, c.time(), c.input(), c.outputCotangent()));
        Product both = network.valueAndVjp(SHAPE, c.time(), c.input(), c.outputCotangent());
        Closeness.assertClose(
            c + ": value beside the product", NetworkTruth.of(c).value(), both.value(), tolerance);
        Closeness.assertClose(
            c + ": product", NetworkTruth.of(c).gradient().input(), both.tangent(), tolerance);
      }
    }
  }

  /** The target is so far from the value that the weighted differences are a given cotangent. */
  void leastSquaresAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      double[] weights = new double[c.settings.outputWidth()];
      Arrays.setAll(weights, k -> 0.5 + k);
      double[] value = NetworkTruth.of(c).value();
      double[] target = value.clone();
      double[] cotangent = c.outputCotangent();
      for (int k = 0; k < target.length; k++) {
        target[k] -= cotangent[k] / weights[k % weights.length];
      }
      try (ArrayNetwork network = network(c)) {
        ArrayNetwork.Regression found =
            network.leastSquares(SHAPE, c.time(), c.input(), target, weights);
        Closeness.assertClose(c + ": value beside the gradient", value, found.value(), tolerance);
        Closeness.assertClose(
            c + ": gradient by the parameters",
            NetworkTruth.of(c).gradient().parameters(),
            found.parameters(),
            tolerance);
      }
    }
  }

  void reverseAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      try (ArrayNetwork network = network(c)) {
        NetworkTruth truth = NetworkTruth.of(c);
        Gradient expected =
            new Gradient(
                sum(truth.gradient().input(), truth.mixedGradient().input()),
                sum(truth.gradient().parameters(), truth.mixedGradient().parameters()));
        agrees(c, expected, reverse(network, c));
      }
    }
  }

  private void agrees(NetworkCase c, Gradient expected, Gradient gradient) {
    Closeness.assertClose(
        c + ": gradient by the input", expected.input(), gradient.input(), tolerance);
    for (Parameter block : ParameterLayout.of(c.settings).parameters()) {
      Closeness.assertWithin(
          c + ": gradient by " + block.name(),
          part(expected.parameters(), block),
          part(gradient.parameters(), block),
          tolerance * Closeness.largest(expected.parameters()));
    }
  }

  private static double[] part(double[] all, Parameter block) {
    return Arrays.copyOfRange(all, block.offset(), block.offset() + block.length());
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = a[k] + b[k];
    }
    return sum;
  }

  void productsAgree() {
    for (NetworkCase c : NetworkCase.WITH_SYMMETRY) {
      try (ArrayNetwork network = network(c)) {
        double[] a = c.outputCotangent();
        double[] product = network.jvp(SHAPE, c.time(), c.input(), c.tangent()).tangent();
        double[] back = network.vjp(SHAPE, c.time(), c.input(), a).input();
        double size = Math.sqrt(NetworkTruth.dot(a, a) * NetworkTruth.dot(product, product));
        assertEquals(
            c + ": ⟨a, Jv⟩ and ⟨Jᵀa, v⟩",
            NetworkTruth.dot(a, product),
            NetworkTruth.dot(back, c.tangent()),
            tolerance * size);
      }
    }
  }

  void parameterGradientIsAdded() {
    NetworkCase c = NetworkCase.PAPER;
    try (ArrayNetwork probe = network(c);
        Vector input = engine.vector(c.input());
        Vector cotangent = engine.vector(c.outputCotangent());
        Vector byInput = input.sibling();
        Vector byParameters = engine.vector(c.parameters().length)) {
      Gradient once = probe.vjp(SHAPE, c.time(), c.input(), c.outputCotangent());
      byInput.fill(1e3);
      byParameters.fill(2);
      for (int k = 0; k < 3; k++) {
        probe
            .network()
            .reverse(SHAPE, c.time(), input, null, cotangent, null, byInput, byParameters);
      }
      double[] expected = new double[byParameters.length()];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = 2 + 3 * once.parameters()[i];
      }
      Closeness.assertClose(
          "added three times to 2", expected, ArrayNetwork.array(byParameters), tolerance);
      Closeness.assertClose("overwritten", once.input(), ArrayNetwork.array(byInput), tolerance);
    }
  }

  void unwantedGradientsLeaveNoTrace() {
    NetworkCase c = NetworkCase.PAPER;
    try (ArrayNetwork probe = network(c);
        Vector input = engine.vector(c.input());
        Vector cotangent = engine.vector(c.outputCotangent());
        Vector byParameters = engine.vector(c.parameters().length)) {
      Gradient expected = probe.vjp(SHAPE, c.time(), c.input(), c.outputCotangent());
      Network network = probe.network();
      network.reverse(SHAPE, c.time(), input, null, cotangent, null, null, null);
      network.reverse(SHAPE, c.time(), input, null, cotangent, null, null, byParameters);
      Closeness.assertWithin(
          "gradient", expected.parameters(), ArrayNetwork.array(byParameters), 0);
    }
  }

  void brokenInputDoesNotSpoilTheNextCall() {
    NetworkCase c = NetworkCase.PAPER;
    double[] broken = c.input();
    Arrays.fill(broken, Double.NaN);
    try (ArrayNetwork network = network(c)) {
      Gradient before = reverse(network, c);
      network.value(SHAPE, c.time(), broken);
      network.reverse(SHAPE, c.time(), broken, broken, c.outputCotangent(), c.tangentCotangent());
      Gradient after = reverse(network, c);
      Closeness.assertWithin("gradient by the input", before.input(), after.input(), 0);
      Closeness.assertWithin(
          "gradient by the parameters", before.parameters(), after.parameters(), 0);
    }
  }

  void coincidentAtomsAreFinite() {
    NetworkCase c = NetworkCase.PAPER;
    double[] input = c.input();
    int width = c.settings.inputWidth();
    System.arraycopy(input, 0, input, width, c.settings.dimensions());
    try (ArrayNetwork network = network(c)) {
      assertFinite(network, c, input);
    }
  }

  private static void assertFinite(ArrayNetwork network, NetworkCase c, double[] input) {
    Gradient gradient =
        network.reverse(
            SHAPE, c.time(), input, c.tangent(), c.outputCotangent(), c.tangentCotangent());
    assertTrue("gradient by the input", isFinite(gradient.input()));
    assertTrue("gradient by the parameters", isFinite(gradient.parameters()));
  }

  /** Å apart by tens: the exponential functions must not overflow where their quotients do not. */
  void farAtomsAreFinite() {
    NetworkCase c = NetworkCase.NO_ATTENTION;
    double[] input = c.input();
    for (int i = 0; i < SHAPE.atoms(); i++) {
      for (int axis = 0; axis < c.settings.dimensions(); axis++) {
        input[i * c.settings.inputWidth() + axis] *= 30;
      }
    }
    try (ArrayNetwork network = network(c)) {
      Closeness.assertClose(
          "J·tangent",
          NetworkTruth.product(c, input),
          network.jvp(SHAPE, c.time(), input, c.tangent()).tangent(),
          1e-3);
      assertFinite(network, c, input);
    }
  }

  void areEquivariant() {
    for (NetworkCase c : NetworkCase.WITH_SYMMETRY) {
      Layout in = c.inputChangeLayout();
      Layout out = c.outputLayout();
      try (ArrayNetwork network = network(c)) {
        Equivariance.of(c.settings.dimensions(), SHAPE)
            .input(Layout.perMolecule(1), c.time())
            .input(c.inputLayout(), c.input())
            .input(in, c.tangent())
            .input(out, c.outputCotangent())
            .input(out, c.tangentCotangent())
            .output(c + ": J·tangent", out)
            .output(c + ": gradient by the input", in)
            .output(c + ": gradient by the parameters", Layout.perBatch(c.parameters().length))
            .holds((shape, arrays) -> derivatives(network, shape, arrays), tolerance);
      }
    }
  }

  private static List<double[]> derivatives(
      ArrayNetwork network, BatchShape shape, List<double[]> in) {
    Gradient gradient =
        network.reverse(shape, in.get(0), in.get(1), in.get(2), in.get(3), in.get(4));
    return List.of(
        network.jvp(shape, in.get(0), in.get(1), in.get(2)).tangent(),
        gradient.input(),
        gradient.parameters());
  }

  private ArrayNetwork network(NetworkCase c) {
    return new ArrayNetwork(engine, c.settings, c.parameters());
  }

  private static Gradient reverse(ArrayNetwork network, NetworkCase c) {
    return network.reverse(
        SHAPE, c.time(), c.input(), c.tangent(), c.outputCotangent(), c.tangentCotangent());
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
