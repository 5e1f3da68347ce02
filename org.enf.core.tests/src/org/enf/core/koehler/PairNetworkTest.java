package org.enf.core.koehler;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.HeapVector;
import org.enf.core.testing.Layout;
import org.enf.core.testing.Normals;
import org.enf.core.vector.Vector;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Values, divergence and gradients of Köhler's dynamics against finite differences. */
@RunWith(Parameterized.class)
public class PairNetworkTest {
  /** More pairs than one block holds, molecules of other sizes, and a single atom. */
  private static final BatchShape SHAPE = new BatchShape(4, 9, 1, 2, 4);

  private final PairDynamics dynamics;
  private final double[] parameters;
  private final double[] time = new Random(5).doubles(SHAPE.molecules()).toArray();
  private final double[] x;
  private final double[] a;
  private final double[] b;
  private final double[] direction;
  private final double[] c = Normals.of(SHAPE.molecules(), 4);

  /** The dynamics of a case. */
  public PairNetworkTest(String name, PairDynamics dynamics) {
    assertTrue(name, dynamics.parameterCount() > 0);
    this.dynamics = dynamics;
    parameters = Normals.of(dynamics.parameterCount(), 8);
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] *= 0.4;
    }
    int elements = SHAPE.atoms() * dynamics.dimensions();
    x = Normals.of(elements, 1);
    a = Normals.of(elements, 2);
    b = Normals.of(elements, 3);
    direction = Normals.of(elements, 6);
  }

  /** Dynamics small enough for finite differences. */
  @Parameters(name = "{0}")
  public static List<Object[]> cases() {
    RadialBasis distances = RadialBasis.even(0, 4, 5, 0.9);
    RadialBasis times = RadialBasis.even(0, 1, 3, 0.4);
    return List.of(
        new Object[] {"simple in the plane", new SimpleDynamics(2, distances, 6, 5)},
        new Object[] {"simple in space", new SimpleDynamics(3, distances, 3, 7)},
        new Object[] {"kernel in the plane", new KernelDynamics(2, distances, times)},
        new Object[] {"kernel in space", new KernelDynamics(3, distances, times)});
  }

  @Test
  public void forcesPointAlongTheLineBetweenTheAtoms() {
    double[] pair = {0, 0, 0, 0, 0, 0};
    pair[dynamics.dimensions()] = 1.5;
    int n = dynamics.dimensions();
    BatchShape two = new BatchShape(2);
    double[] f = value(parameters, two, new double[] {0.3}, Arrays.copyOf(pair, 2 * n));
    assertTrue("there is a force", Math.abs(f[0]) > 1e-3);
    assertEquals("it is mutual", -f[0], f[n], 1e-15);
    for (int axis = 1; axis < n; axis++) {
      assertEquals("across the line", 0, f[axis], 0);
    }
  }

  @Test
  public void directionalDerivativeAgreesWithFiniteDifferences() {
    Closeness.assertClose(
        "J·v",
        FiniteDifferences.along(p -> value(parameters, SHAPE, time, p), x, direction),
        product(parameters, x)[1],
        1e-8);
  }

  @Test
  public void traceIsTheSumOfTheJacobiansDiagonal() {
    double[][] jacobian = FiniteDifferences.jacobian(p -> value(parameters, SHAPE, time, p), x);
    double[] expected = new double[SHAPE.molecules()];
    int[] offsets = SHAPE.elementOffsets(dynamics.dimensions());
    for (int m = 0; m < expected.length; m++) {
      for (int k = offsets[m]; k < offsets[m + 1]; k++) {
        expected[m] += jacobian[k][k];
      }
    }
    List<double[]> found = trace(parameters, SHAPE, time, x);
    Closeness.assertClose("trace", expected, found.get(1), 1e-8);
    Closeness.assertWithin("value beside it", value(parameters, SHAPE, time, x), found.get(0), 0);
  }

  @Test
  public void gradientOfTheTraceAgreesWithFiniteDifferences() {
    List<double[]> gradient = reverseTrace();
    Closeness.assertClose(
        "by positions",
        FiniteDifferences.gradient(p -> traceLoss(parameters, p), x),
        gradient.get(0),
        1e-7);
    Closeness.assertClose(
        "by parameters",
        FiniteDifferences.gradient(p -> traceLoss(p, x), parameters),
        gradient.get(1),
        1e-7);
  }

  @Test
  public void gradientOfTheDirectionalDerivativeAgreesWithFiniteDifferences() {
    List<double[]> gradient = reverse(true);
    Closeness.assertClose(
        "by positions",
        FiniteDifferences.gradient(p -> productLoss(parameters, p), x),
        gradient.get(0),
        1e-7);
    Closeness.assertClose(
        "by parameters",
        FiniteDifferences.gradient(p -> productLoss(p, x), parameters),
        gradient.get(1),
        1e-7);
  }

  @Test
  public void vectorJacobianProductIsTheTransposeOfTheDirectionalDerivative() {
    double forward = dot(a, product(parameters, x)[1]);
    assertEquals(forward, dot(direction, reverse(false).get(0)), 1e-12 * Math.abs(forward));
  }

  @Test
  public void gradientsByParametersAreAdded() {
    try (DivergenceNetwork network = network(parameters);
        HeapVector sum = new HeapVector(new double[parameters.length])) {
      sum.fill(2);
      network.reverseTrace(SHAPE, time, vector(x), vector(a), vector(c), null, sum);
      network.reverseTrace(SHAPE, time, vector(x), vector(a), vector(c), null, sum);
      double[] expected = reverseTrace().get(1);
      for (int k = 0; k < expected.length; k++) {
        expected[k] = 2 + 2 * expected[k];
      }
      Closeness.assertClose("gradient", expected, sum.toArray(), 1e-14);
    }
  }

  @Test
  public void dynamicsAreEquivariantAndTheirDivergenceInvariant() {
    int n = dynamics.dimensions();
    Layout directions = Layout.directions(n, 0);
    Equivariance.of(n, SHAPE)
        .input(Layout.perMolecule(1), time)
        .input(Layout.positions(n, 0), x)
        .output("velocity", directions)
        .output("divergence", Layout.perMolecule(1))
        .holds((shape, in) -> trace(parameters, shape, in.get(0), in.get(1)), 1e-11);
  }

  @Test
  public void atomsAtOnePlaceAndFarApartHaveFiniteDerivatives() {
    double[] together = new double[x.length];
    double[] apart = x.clone();
    for (int k = 0; k < apart.length; k++) {
      apart[k] *= 1e3;
    }
    for (double[] places : List.of(together, apart)) {
      try (DivergenceNetwork network = network(parameters);
          HeapVector byInput = new HeapVector(new double[x.length]);
          HeapVector gradient = new HeapVector(new double[parameters.length])) {
        network.reverseTrace(SHAPE, time, vector(places), vector(a), vector(c), byInput, gradient);
        assertTrue(Arrays.stream(byInput.toArray()).allMatch(Double::isFinite));
        assertTrue(Arrays.stream(gradient.toArray()).allMatch(Double::isFinite));
      }
    }
  }

  @Test
  public void wrongLengthsAreRefused() {
    try (DivergenceNetwork network = network(parameters)) {
      Vector rows = vector(x);
      Vector shorter = vector(new double[x.length - 1]);
      Vector traces = vector(c);
      refused(() -> network.setParameters(shorter));
      refused(() -> network.value(SHAPE, time, shorter, rows));
      refused(() -> network.value(SHAPE, time, rows, shorter));
      refused(() -> network.value(SHAPE, new double[1], rows, rows));
      refused(() -> network.trace(SHAPE, time, rows, rows, shorter));
      refused(() -> network.reverseTrace(SHAPE, time, rows, rows, rows, null, null));
      refused(() -> network.reverseTrace(SHAPE, time, rows, rows, traces, shorter, null));
      refused(() -> network.reverseTrace(SHAPE, time, rows, rows, traces, null, shorter));
    }
  }

  private static void refused(ThrowingRunnable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  private double traceLoss(double[] theta, double[] places) {
    List<double[]> found = trace(theta, SHAPE, time, places);
    return dot(a, found.get(0)) + dot(c, found.get(1));
  }

  private double productLoss(double[] theta, double[] places) {
    double[][] found = product(theta, places);
    return dot(a, found[0]) + dot(b, found[1]);
  }

  private List<double[]> reverseTrace() {
    try (DivergenceNetwork network = network(parameters);
        HeapVector byInput = new HeapVector(x);
        HeapVector gradient = new HeapVector(new double[parameters.length])) {
      network.reverseTrace(SHAPE, time, vector(x), vector(a), vector(c), byInput, gradient);
      return List.of(byInput.toArray(), gradient.toArray());
    }
  }

  private List<double[]> reverse(boolean withTangent) {
    try (DivergenceNetwork network = network(parameters);
        HeapVector byInput = new HeapVector(x);
        HeapVector gradient = new HeapVector(new double[parameters.length])) {
      network.reverse(
          SHAPE,
          time,
          vector(x),
          withTangent ? vector(direction) : null,
          vector(a),
          withTangent ? vector(b) : null,
          byInput,
          gradient);
      return List.of(byInput.toArray(), gradient.toArray());
    }
  }

  private double[] value(double[] theta, BatchShape shape, double[] times, double[] places) {
    try (DivergenceNetwork network = network(theta);
        HeapVector out = new HeapVector(places)) {
      network.value(shape, times, vector(places), out);
      return out.toArray();
    }
  }

  private List<double[]> trace(double[] theta, BatchShape shape, double[] times, double[] places) {
    try (DivergenceNetwork network = network(theta);
        HeapVector out = new HeapVector(places);
        HeapVector traces = new HeapVector(new double[shape.molecules()])) {
      network.trace(shape, times, vector(places), out, traces);
      return new ArrayList<>(List.of(out.toArray(), traces.toArray()));
    }
  }

  private double[][] product(double[] theta, double[] places) {
    try (DivergenceNetwork network = network(theta);
        HeapVector out = new HeapVector(places);
        HeapVector product = new HeapVector(places)) {
      network.jvp(SHAPE, time, vector(places), vector(direction), out, product);
      return new double[][] {out.toArray(), product.toArray()};
    }
  }

  private DivergenceNetwork network(double[] theta) {
    DivergenceNetwork network = dynamics.network();
    network.setParameters(vector(theta));
    return network;
  }

  private static Vector vector(double[] values) {
    return new HeapVector(values);
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      sum += u[k] * v[k];
    }
    return sum;
  }
}
