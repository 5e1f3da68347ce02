package org.enf.core.flow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.ode.State;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The trace of the Jacobian of the velocity, exact and estimated. */
public class TraceTest {
  private static final double TIME = 0.4;
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(2, 1, 2, 5);
  private static final int WIDTH = SETTINGS.inputWidth();
  private static final double TOLERANCE = 1e-9;

  private Engine engine;
  private ArrayNetwork network;

  @Before
  public void start() {
    engine = new PlainEngine();
    network = new ArrayNetwork(engine, SETTINGS, LivelyParameters.of(SETTINGS, 1));
  }

  @After
  public void stop() {
    network.close();
    engine.close();
  }

  @Test
  public void exactTraceIsThatOfTheJacobianOfEachMolecule() {
    BatchShape shape = new BatchShape(2, 1, 3, 2);
    double[] rows = Normals.of(shape.atoms() * WIDTH, 2);
    double[][] jacobian = jacobian(shape, rows);
    double[] expected = new double[shape.molecules()];
    int[] offsets = shape.elementOffsets(WIDTH);
    for (int b = 0; b < expected.length; b++) {
      for (int k = offsets[b]; k < offsets[b + 1]; k++) {
        expected[b] += jacobian[k][k];
      }
    }
    double[][] derivative = exact(shape, rows);
    Closeness.assertClose("trace", expected, derivative[1], TOLERANCE);
    Closeness.assertClose("velocity", velocity(shape, rows), derivative[0], TOLERANCE);
  }

  @Test
  public void estimateIsTheQuadraticFormOfTheNoise() {
    BatchShape shape = new BatchShape(2, 1, 3, 2);
    double[] rows = Normals.of(shape.atoms() * WIDTH, 2);
    double[] noise = Normals.of(rows.length, 3);
    double[] product = FiniteDifferences.along(x -> velocity(shape, x), rows, noise);
    double[] expected = new double[shape.molecules()];
    int[] offsets = shape.elementOffsets(WIDTH);
    for (int b = 0; b < expected.length; b++) {
      for (int k = offsets[b]; k < offsets[b + 1]; k++) {
        expected[b] += noise[k] * product[k];
      }
    }
    double[][] derivative = estimate(shape, rows, noise);
    Closeness.assertClose("estimate", expected, derivative[1], TOLERANCE);
    Closeness.assertClose("velocity", velocity(shape, rows), derivative[0], TOLERANCE);
  }

  @Test
  public void meanOfTheEstimateOverAllSignsIsTheTrace() {
    BatchShape shape = new BatchShape(2);
    double[] rows = Normals.of(2 * WIDTH, 2);
    int signs = 1 << rows.length;
    double mean = 0;
    double squares = 0;
    for (int bits = 0; bits < signs; bits++) {
      double[] noise = new double[rows.length];
      for (int k = 0; k < noise.length; k++) {
        noise[k] = (bits >> k & 1) == 0 ? 1 : -1;
      }
      double estimate = estimate(shape, rows, noise)[1][0];
      mean += estimate / signs;
      squares += estimate * estimate / signs;
    }
    double exact = exact(shape, rows)[1][0];
    assertEquals(exact, mean, 1e-12);
    assertTrue("the single estimates differ", squares - mean * mean > 1e-3);
  }

  @Test
  public void severalProbesGiveTheMeanOfTheirEstimates() {
    BatchShape shape = new BatchShape(2, 1, 3);
    double[] rows = Normals.of(shape.atoms() * WIDTH, 2);
    double[][] probes = new double[4][];
    double[] mean = new double[shape.molecules()];
    for (int k = 0; k < probes.length; k++) {
      probes[k] = Normals.of(rows.length, 10 + k);
      double[] one = estimate(shape, rows, probes[k])[1];
      for (int b = 0; b < mean.length; b++) {
        mean[b] += one[b] / probes.length;
      }
    }
    double[][] derivative = estimate(shape, rows, probes);
    Closeness.assertClose("estimate", mean, derivative[1], 1e-12);
    Closeness.assertClose("velocity", velocity(shape, rows), derivative[0], 1e-12);
  }

  @Test
  public void noProbeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TraceEstimator.Hutchinson.draw(NoiseKind.GAUSSIAN, 0, 3, new Random(1)));
    for (int probes : new int[] {0, -1, 1001}) {
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () -> new TraceMethod.Hutchinson(NoiseKind.GAUSSIAN, probes));
      assertTrue(error.getMessage(), error.getMessage().contains("must be 1 to 1000"));
    }
  }

  @Test
  public void nothingDependsOnTheLogDeterminantSoFar() {
    BatchShape shape = new BatchShape(2, 1);
    double[] rows = Normals.of(shape.atoms() * WIDTH, 2);
    try (TracedSystem system = system(shape, new TraceEstimator.Hutchinson(rows));
        State y = system.state(rows);
        State derivative = y.sibling();
        State cotangent = y.sibling();
        State byState = y.sibling()) {
      system.derivative(TIME, y, derivative);
      cotangent.fill(1);
      byState.fill(5);
      system.reverse(TIME, y, derivative, cotangent, byState);
      Closeness.assertWithin("gradient", new double[2], ArrayNetwork.array(byState.part(1)), 0);
    }
  }

  @Test
  public void signsArePlusAndMinusOneAndBothKindsHaveUnitVariance() {
    int n = 20_000;
    for (NoiseKind kind : NoiseKind.values()) {
      double[] noise = TraceEstimator.Hutchinson.draw(kind, n, new Random(5)).probes()[0];
      double mean = 0;
      double square = 0;
      for (double e : noise) {
        mean += e / n;
        square += e * e / n;
        assertTrue(kind != NoiseKind.RADEMACHER || Math.abs(e) == 1);
      }
      // five standard deviations of mean and mean square of normal numbers
      assertEquals(kind + ": mean", 0, mean, 5 / Math.sqrt(n));
      assertEquals(kind + ": variance", 1, square, 5 * Math.sqrt(2.0 / n));
    }
  }

  private double[] velocity(BatchShape shape, double[] rows) {
    return network.value(shape, times(shape), rows);
  }

  private double[][] jacobian(BatchShape shape, double[] rows) {
    return FiniteDifferences.jacobian(x -> velocity(shape, x), rows);
  }

  private static double[] times(BatchShape shape) {
    double[] times = new double[shape.molecules()];
    Arrays.fill(times, TIME);
    return times;
  }

  private TracedSystem system(BatchShape shape, TraceEstimator trace) {
    return new TracedSystem(engine, network.network(), shape, trace, Regularisation.NONE, null);
  }

  private double[][] exact(BatchShape shape, double[] rows) {
    try (TracedSystem system = system(shape, new TraceEstimator.Exact())) {
      return derivative(system, rows);
    }
  }

  private double[][] estimate(BatchShape shape, double[] rows, double[]... noise) {
    try (TracedSystem system = system(shape, new TraceEstimator.Hutchinson(noise))) {
      return derivative(system, rows);
    }
  }

  /** The velocity and the trace of each molecule. */
  private static double[][] derivative(TracedSystem system, double[] rows) {
    try (State y = system.state(rows);
        State derivative = y.sibling()) {
      system.derivative(TIME, y, derivative);
      return new double[][] {
        ArrayNetwork.array(derivative.part(0)), ArrayNetwork.array(derivative.part(1))
      };
    }
  }
}
