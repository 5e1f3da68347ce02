package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.ContinuousFlow.Image;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.Tolerance;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Vector;
import org.junit.After;
import org.junit.Test;

/**
 * Gradients of latent variables, log-determinants and regularisation, by both methods, against
 * finite differences and each other.
 */
public class FlowGradientTest {
  private static final BatchShape SHAPE = new BatchShape(3, 1, 2);
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(2, 1, 2, 4);
  private static final double[] PARAMETERS = LivelyParameters.of(SETTINGS, 4);
  private static final int[] SOME = new Random(9).ints(20, 0, PARAMETERS.length).toArray();
  private static final int ELEMENTS = 18;
  private static final double[] BY_LATENT = Normals.of(ELEMENTS, 2);
  private static final double[] BY_LOG_DETERMINANT = Normals.of(3, 3);
  private static final double[] BY_PENALTY = Normals.of(3, 5);
  private static final double[] DATA = new FlowPrior(2, 1).sample(SHAPE, new Random(8));
  private static final List<Regularisation> REGULARISATIONS =
      List.of(
          Regularisation.NONE,
          new Regularisation(0.3, 0.2),
          new Regularisation(0.3, 0),
          new Regularisation(0, 0.2));
  private static final OdeSolver FEW_STEPS = new FixedStepSolver(ButcherTableau.HEUN, 3);
  private static final OdeSolver TIGHT =
      new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-10, 1e-10), 100_000);

  private final PlainEngine engine = new PlainEngine();

  @After
  public void everythingIsGivenBack() {
    assertEquals(0, engine.openVectors());
  }

  private static TraceEstimator probes(int count) {
    return TraceEstimator.Hutchinson.draw(NoiseKind.GAUSSIAN, count, ELEMENTS, new Random(1));
  }

  private record Gradient(double[] data, double[] parameters, Image image, int evaluations) {}

  private Gradient gradient(
      ContinuousFlow flow, int parameters, TraceEstimator trace, Regularisation regularisation) {
    try (Vector gradient = engine.vector(parameters);
        RecordedWay recorded =
            flow.record(SHAPE, DATA, trace, regularisation, gradient, StopSignal.NEVER)) {
      double[] byData =
          recorded.reverse(BY_LATENT, BY_LOG_DETERMINANT, BY_PENALTY, StopSignal.NEVER);
      return new Gradient(
          byData, ArrayNetwork.array(gradient), recorded.image(), recorded.backwardEvaluations());
    }
  }

  private double loss(
      ContinuousFlow flow, double[] data, TraceEstimator trace, Regularisation regularisation) {
    try (Vector nowhere = engine.vector(1);
        RecordedWay recorded =
            flow.record(SHAPE, data, trace, regularisation, nowhere, StopSignal.NEVER)) {
      Image image = recorded.image();
      double loss = dot(BY_LATENT, image.rows()) + dot(BY_LOG_DETERMINANT, image.logDeterminants());
      return loss
          + regularisation.kinetic() * dot(BY_PENALTY, image.kinetic())
          + regularisation.jacobian() * dot(BY_PENALTY, image.jacobian());
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static int[] blocks() {
    return IntStream.concat(
            ParameterLayout.of(SETTINGS).parameters().stream().mapToInt(Parameter::offset),
            IntStream.of(PARAMETERS.length))
        .toArray();
  }

  private static double[] some(double[] all) {
    return Arrays.stream(SOME).mapToDouble(k -> all[k]).toArray();
  }

  @Test
  public void gradientWithRegularisationAndSeveralProbesAgreesWithFiniteDifferences() {
    try (ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS)) {
      ContinuousFlow flow = new ContinuousFlow(engine, network.network(), FEW_STEPS);
      for (int count : new int[] {1, 3}) {
        for (Regularisation regularisation : REGULARISATIONS) {
          TraceEstimator trace = probes(count);
          String what = regularisation + ", " + count + " probes: ";
          Gradient found = gradient(flow, PARAMETERS.length, trace, regularisation);
          Closeness.assertClose(
              what + "by the data",
              FiniteDifferences.gradient(x -> loss(flow, x, trace, regularisation), DATA),
              found.data(),
              1e-7);
          double[] expected =
              FiniteDifferences.gradient(
                  p -> {
                    network.setParameters(p);
                    return loss(flow, DATA, trace, regularisation);
                  },
                  PARAMETERS,
                  SOME);
          network.setParameters(PARAMETERS);
          Closeness.assertClose(
              what + "by the parameters", expected, some(found.parameters()), 1e-7);
        }
      }
    }
  }

  @Test
  public void termsOfTheRegularisationAreTheIntegralsTheySay() {
    TraceEstimator.Hutchinson trace =
        TraceEstimator.Hutchinson.draw(NoiseKind.GAUSSIAN, 2, ELEMENTS, new Random(1));
    try (ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS)) {
      // one step of Euler: the integral is the integrand at the start
      ContinuousFlow flow =
          new ContinuousFlow(
              engine, network.network(), new FixedStepSolver(ButcherTableau.EULER, 1));
      Image image = gradient(flow, PARAMETERS.length, trace, new Regularisation(1, 1)).image();
      double[] time = new double[3];
      double[] velocity = network.value(SHAPE, time, DATA);
      double[] kinetic = new double[3];
      double[] jacobian = new double[3];
      for (int b = 0; b < 3; b++) {
        for (int k = SHAPE.offset(b) * 3; k < SHAPE.offset(b + 1) * 3; k++) {
          kinetic[b] += velocity[k] * velocity[k];
          for (double[] probe : trace.probes()) {
            double w = network.vjp(SHAPE, time, DATA, probe).input()[k];
            jacobian[b] += 0.5 * w * w;
          }
        }
      }
      Closeness.assertClose("kinetic", kinetic, image.kinetic(), 1e-12);
      Closeness.assertClose("jacobian", jacobian, image.jacobian(), 1e-12);
    }
  }

  @Test
  public void noRegularisationChangesAndCostsNothing() {
    try (ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS);
        TracedSystem system =
            new TracedSystem(
                engine, network.network(), SHAPE, probes(1), Regularisation.NONE, null)) {
      assertEquals("the log-determinant alone", 1, system.integrals());
      ContinuousFlow flow = new ContinuousFlow(engine, network.network(), FEW_STEPS);
      Image image = gradient(flow, PARAMETERS.length, probes(1), Regularisation.NONE).image();
      Image plain = flow.toLatent(SHAPE, DATA, probes(1), StopSignal.NEVER);
      assertArrayEquals(plain.rows(), image.rows(), 0);
      assertArrayEquals(plain.logDeterminants(), image.logDeterminants(), 0);
      assertArrayEquals(new double[3], image.kinetic(), 0);
      assertArrayEquals(new double[3], image.jacobian(), 0);
    }
  }

  @Test
  public void continuousAdjointAgreesWithTheDiscreteOneAtTightTolerance() {
    try (ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS)) {
      ContinuousFlow discrete = new ContinuousFlow(engine, network.network(), TIGHT);
      ContinuousFlow continuous =
          new ContinuousFlow(engine, network.network(), TIGHT, GradientMethod.CONTINUOUS, blocks());
      for (Regularisation regularisation : REGULARISATIONS) {
        Gradient expected = gradient(discrete, PARAMETERS.length, probes(2), regularisation);
        Gradient found = gradient(continuous, PARAMETERS.length, probes(2), regularisation);
        assertArrayEquals(expected.image().rows(), found.image().rows(), 0);
        Closeness.assertClose("by the data", expected.data(), found.data(), 1e-7);
        Closeness.assertClose("by the parameters", expected.parameters(), found.parameters(), 1e-7);
        assertTrue("" + found.evaluations(), found.evaluations() > 20);
      }
    }
  }

  @Test
  public void discreteAdjointCountsItsEvaluations() {
    try (ArrayNetwork network = new ArrayNetwork(engine, SETTINGS, PARAMETERS)) {
      ContinuousFlow flow = new ContinuousFlow(engine, network.network(), FEW_STEPS);
      assertEquals(
          2 * 3, gradient(flow, PARAMETERS.length, probes(1), Regularisation.NONE).evaluations());
    }
  }

  @Test
  public void divergenceInClosedFormIsTrainedByTheExactTrace() {
    double[] parameters = {0.8, -1.1, 0.6};
    TraceEstimator exact = new TraceEstimator.Exact();
    try (CellDivergence network = new CellDivergence(3)) {
      network.setParameters(parameters);
      for (GradientMethod method : GradientMethod.values()) {
        OdeSolver solver = method == GradientMethod.DISCRETE ? FEW_STEPS : TIGHT;
        ContinuousFlow flow =
            new ContinuousFlow(engine, network, solver, method, new int[] {0, 1, 3});
        for (Regularisation regularisation :
            List.of(Regularisation.NONE, new Regularisation(0.3, 0))) {
          Gradient found = gradient(flow, 3, exact, regularisation);
          Closeness.assertClose(
              method + ": by the data",
              FiniteDifferences.gradient(x -> loss(flow, x, exact, regularisation), DATA),
              found.data(),
              1e-7);
          double[] expected =
              FiniteDifferences.gradient(
                  p -> {
                    network.setParameters(p);
                    return loss(flow, DATA, exact, regularisation);
                  },
                  parameters);
          network.setParameters(parameters);
          Closeness.assertClose(method + ": by the parameters", expected, found.parameters(), 1e-7);
        }
      }
    }
  }

  @Test
  public void exactTraceOfANetworkWithoutClosedFormIsNotTrained() {
    try (Network network = engine.network(SETTINGS);
        Vector gradient = engine.vector(PARAMETERS.length)) {
      ContinuousFlow flow = new ContinuousFlow(engine, network, FEW_STEPS);
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  flow.record(SHAPE, DATA, new TraceEstimator.Exact(), gradient, StopSignal.NEVER));
      assertTrue(error.getMessage(), error.getMessage().contains("use Hutchinson's estimator"));
    }
  }

  @Test
  public void jacobianRegularisationNeedsNoise() {
    try (CellDivergence network = new CellDivergence(3);
        Vector gradient = engine.vector(3)) {
      ContinuousFlow flow = new ContinuousFlow(engine, network, FEW_STEPS);
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  flow.record(
                      SHAPE,
                      DATA,
                      new TraceEstimator.Exact(),
                      Regularisation.PAPER,
                      gradient,
                      StopSignal.NEVER));
      assertTrue(error.getMessage(), error.getMessage().contains("its weight must be 0"));
    }
  }

  @Test
  public void weightsOutOfRangeAreRefused() {
    for (double bad : new double[] {-1e-3, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Regularisation(bad, 0));
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> new Regularisation(0, bad));
      assertTrue(error.getMessage(), error.getMessage().endsWith("at least 0, not " + bad));
    }
  }
}
