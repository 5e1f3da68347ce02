package org.enf.core.egnn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.ArrayNetwork.Gradient;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.vector.Vector;
import org.junit.function.ThrowingRunnable;

/** Checks what the networks of an engine compute, and how they treat batches. */
final class NetworkChecks {
  private static final BatchShape SHAPE = NetworkCase.SHAPE;

  private final Engine engine;
  private final double tolerance;

  NetworkChecks(Engine engine, double tolerance) {
    this.engine = engine;
    this.tolerance = tolerance;
  }

  void valueAgrees() {
    for (NetworkCase c : NetworkCase.values()) {
      try (ArrayNetwork network = network(c)) {
        assertEquals(c.settings.inputWidth(), network.network().inputWidth());
        assertEquals(c.settings.outputWidth(), network.network().outputWidth());
        assertEquals(c.settings.dimensions(), network.network().dimensions());
        assertEquals(c.parameters().length, network.network().parameterCount());
        Closeness.assertClose(
            c + ": value",
            NetworkTruth.of(c).value(),
            network.value(SHAPE, c.time(), c.input()),
            tolerance);
      }
    }
  }

  void batchEqualsMoleculeByMolecule() {
    NetworkCase c = NetworkCase.PAPER;
    int in = c.settings.inputWidth();
    int out = c.settings.outputWidth();
    try (ArrayNetwork network = network(c)) {
      double[] value = network.value(SHAPE, c.time(), c.input());
      Gradient gradient = reverse(network, c);
      double[] sum = new double[gradient.parameters().length];
      for (int b = 0; b < SHAPE.molecules(); b++) {
        BatchShape alone = new BatchShape(SHAPE.size(b));
        double[] time = {c.time()[b]};
        double[] input = rows(c.input(), in, b);
        Closeness.assertClose(
            "value of molecule " + b,
            network.value(alone, time, input),
            rows(value, out, b),
            tolerance);
        Gradient part =
            network.reverse(
                alone,
                time,
                input,
                rows(c.tangent(), in, b),
                rows(c.outputCotangent(), out, b),
                rows(c.tangentCotangent(), out, b));
        Closeness.assertClose(
            "gradient by molecule " + b, part.input(), rows(gradient.input(), in, b), tolerance);
        for (int k = 0; k < sum.length; k++) {
          sum[k] += part.parameters()[k];
        }
      }
      Closeness.assertClose("gradient by parameters", sum, gradient.parameters(), tolerance);
    }
  }

  void longBatchEqualsItsParts() {
    EgnnSettings settings = EgnnSettings.dynamics(3, 1, 1, 8);
    int molecules = 100;
    int atoms = 29;
    int width = settings.inputWidth();
    double[] rows = Normals.of(molecules * atoms * width, 1);
    try (ArrayNetwork network =
        new ArrayNetwork(engine, settings, LivelyParameters.of(settings, 2))) {
      double[] value =
          network.value(BatchShape.uniform(molecules, atoms), new double[molecules], rows);
      for (int b : new int[] {0, molecules / 2, molecules - 1}) {
        int from = b * atoms * width;
        int to = (b + 1) * atoms * width;
        Closeness.assertClose(
            "molecule " + b,
            network.value(new BatchShape(atoms), new double[1], Arrays.copyOfRange(rows, from, to)),
            Arrays.copyOfRange(value, from, to),
            tolerance);
      }
    }
  }

  void timeIsOfOneMolecule() {
    NetworkCase c = NetworkCase.PAPER;
    int changed = 3;
    try (ArrayNetwork network = network(c)) {
      double[] before = network.value(SHAPE, c.time(), c.input());
      double[] time = c.time();
      time[changed] += 0.5;
      double[] after = network.value(SHAPE, time, c.input());
      for (int b = 0; b < SHAPE.molecules(); b++) {
        double[] difference = rows(after, c.settings.outputWidth(), b);
        double[] old = rows(before, c.settings.outputWidth(), b);
        for (int k = 0; k < old.length; k++) {
          difference[k] -= old[k];
        }
        assertEquals("molecule " + b, b == changed, Closeness.largest(difference) > 1e-3);
      }
    }
  }

  void singleAtomStays() {
    for (NetworkCase c : List.of(NetworkCase.PAPER, NetworkCase.GNF)) {
      BatchShape alone = new BatchShape(1);
      double[] input = Normals.of(c.settings.inputWidth(), 1);
      try (ArrayNetwork network = network(c)) {
        double[] value = network.value(alone, new double[1], input);
        Closeness.assertWithin(c + ": velocity", new double[3], Arrays.copyOf(value, 3), 0);
        assertTrue(c + ": its features change", Closeness.largest(value) > 0);
      }
    }
  }

  void moleculesStayWhereTheyAre() {
    for (NetworkCase c : NetworkCase.values()) {
      int width = c.settings.outputWidth();
      try (ArrayNetwork network = network(c)) {
        double[] value = network.value(SHAPE, c.time(), c.input());
        double[] sums = new double[SHAPE.molecules() * c.settings.dimensions()];
        for (int b = 0; b < SHAPE.molecules(); b++) {
          for (int i = SHAPE.offset(b); i < SHAPE.offset(b + 1); i++) {
            for (int axis = 0; axis < c.settings.dimensions(); axis++) {
              sums[b * c.settings.dimensions() + axis] += value[i * width + axis];
            }
          }
        }
        Closeness.assertWithin(
            c + ": sum of velocities",
            new double[sums.length],
            sums,
            tolerance * Closeness.largest(value));
      }
    }
  }

  void parametersAreThoseSetLast() {
    NetworkCase c = NetworkCase.PAPER;
    double[] other = LivelyParameters.of(c.settings, 99);
    try (ArrayNetwork network = network(c);
        ArrayNetwork fresh = new ArrayNetwork(engine, c.settings, other)) {
      network.vjp(SHAPE, c.time(), c.input(), c.outputCotangent());
      network.setParameters(other);
      Closeness.assertWithin(
          "value",
          fresh.value(SHAPE, c.time(), c.input()),
          network.value(SHAPE, c.time(), c.input()),
          0);
    }
  }

  void wrongLengthsAreRefused() {
    NetworkCase c = NetworkCase.DEQUANTIZER;
    int in = SHAPE.atoms() * c.settings.inputWidth();
    int out = SHAPE.atoms() * c.settings.outputWidth();
    int parameters = c.parameters().length;
    double[] t = c.time();
    try (ArrayNetwork probe = network(c);
        Vector x = engine.vector(in);
        Vector y = engine.vector(out);
        Vector theta = engine.vector(parameters);
        Vector shortX = engine.vector(in - 1);
        Vector longX = engine.vector(in + 1);
        Vector shortY = engine.vector(out - 1);
        Vector longY = engine.vector(out + 1);
        Vector shortTheta = engine.vector(parameters - 1);
        Vector longTheta = engine.vector(parameters + 1)) {
      Network network = probe.network();
      refused("short parameters", () -> network.setParameters(shortTheta));
      refused("long parameters", () -> network.setParameters(longTheta));
      refused("short input", () -> network.value(SHAPE, t, shortX, y));
      refused("long output", () -> network.value(SHAPE, t, x, longY));
      refused("short time", () -> network.value(SHAPE, new double[t.length - 1], x, y));
      refused("long time", () -> network.value(SHAPE, new double[t.length + 1], x, y));
      refused("long tangent", () -> network.jvp(SHAPE, t, x, longX, y, y));
      refused("short output tangent", () -> network.jvp(SHAPE, t, x, x, y, shortY));
      refused("short cotangent", () -> network.vjp(SHAPE, t, x, shortY, y, x));
      refused("long value beside the product", () -> network.vjp(SHAPE, t, x, y, longY, x));
      refused("short product", () -> network.vjp(SHAPE, t, x, y, y, shortX));
      refused(
          "short time of the reverse pass",
          () -> network.reverse(SHAPE, new double[1], x, null, y, null, null, null));
      refused(
          "short output cotangent",
          () -> network.reverse(SHAPE, t, x, null, shortY, null, null, null));
      refused(
          "long tangent cotangent", () -> network.reverse(SHAPE, t, x, x, y, longY, null, null));
      refused(
          "short input cotangent", () -> network.reverse(SHAPE, t, x, null, y, null, shortX, null));
      refused(
          "short parameter gradient",
          () -> network.reverse(SHAPE, t, x, null, y, null, null, shortTheta));
      refused(
          "long parameter gradient",
          () -> network.reverse(SHAPE, t, x, null, y, null, null, longTheta));
      // a refused call must leave nothing behind that a good one would add
      network.reverse(SHAPE, t, x, null, y, null, null, theta);
      assertEquals("gradient of zero", 0, theta.dot(theta), 0);
    }
  }

  void valueIsEquivariant() {
    for (NetworkCase c : NetworkCase.WITH_SYMMETRY) {
      try (ArrayNetwork network = network(c)) {
        Equivariance.of(c.settings.dimensions(), SHAPE)
            .input(Layout.perMolecule(1), c.time())
            .input(c.inputLayout(), c.input())
            .output(c + ": value", c.outputLayout())
            .holds((shape, in) -> List.of(network.value(shape, in.get(0), in.get(1))), tolerance);
      }
    }
  }

  private ArrayNetwork network(NetworkCase c) {
    return new ArrayNetwork(engine, c.settings, c.parameters());
  }

  private static Gradient reverse(ArrayNetwork network, NetworkCase c) {
    return network.reverse(
        SHAPE, c.time(), c.input(), c.tangent(), c.outputCotangent(), c.tangentCotangent());
  }

  private static double[] rows(double[] all, int width, int molecule) {
    return Arrays.copyOfRange(
        all, SHAPE.offset(molecule) * width, SHAPE.offset(molecule + 1) * width);
  }

  private static void refused(String what, ThrowingRunnable call) {
    assertThrows(what, IllegalArgumentException.class, call);
  }
}
