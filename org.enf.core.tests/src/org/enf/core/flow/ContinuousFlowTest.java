package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.flow.ContinuousFlow.Image;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Tolerance;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Determinant;
import org.enf.core.testing.Equivariance;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.Layout;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.Normals;
import org.enf.core.testing.PlainEngine;
import org.enf.core.vector.Vector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The flow there and back, its log-determinant and its gradient. */
public class ContinuousFlowTest {
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(2, 1, 2, 5);
  private static final double[] PARAMETERS = LivelyParameters.of(SETTINGS, 4);
  private static final FlowPrior PRIOR = new FlowPrior(2, 1);
  private static final BatchShape SHAPE = new BatchShape(3, 1, 2);
  private static final TraceEstimator EXACT = new TraceEstimator.Exact();

  private Engine engine;
  private ArrayNetwork network;

  @Before
  public void start() {
    engine = new PlainEngine();
    network = new ArrayNetwork(engine, SETTINGS, PARAMETERS);
  }

  @After
  public void stop() {
    network.close();
    engine.close();
  }

  private ContinuousFlow flow(OdeSolver solver) {
    return new ContinuousFlow(engine, network.network(), solver);
  }

  private static OdeSolver adaptive(double tolerance) {
    return new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), 10_000);
  }

  private static double[] data(BatchShape shape) {
    return PRIOR.sample(shape, new Random(8));
  }

  @Test
  public void backAgainIsWhereItCameFromAndTheLogDeterminantsCancel() {
    double tolerance = 1e-6;
    ContinuousFlow flow = flow(adaptive(tolerance));
    double[] data = data(SHAPE);
    Image latent = flow.toLatent(SHAPE, data, EXACT, StopSignal.NEVER);
    Image back = flow.toData(SHAPE, latent.rows(), EXACT, StopSignal.NEVER);
    double[] way = latent.rows().clone();
    double[] sum = latent.logDeterminants().clone();
    for (int k = 0; k < way.length; k++) {
      way[k] -= data[k];
    }
    for (int b = 0; b < sum.length; b++) {
      sum[b] += back.logDeterminants()[b];
    }
    assertTrue("the flow moves the data", Closeness.largest(way) > 0.1);
    assertTrue(
        "the log-determinant is not zero", Closeness.largest(latent.logDeterminants()) > 0.1);
    Closeness.assertWithin("rows", data, back.rows(), 10 * tolerance);
    Closeness.assertWithin("log-determinants", new double[3], sum, 10 * tolerance);
  }

  @Test
  public void theCheaperWayBackEndsAtTheSamePlace() {
    ContinuousFlow flow = flow(new FixedStepSolver(ButcherTableau.RK4, 4));
    double[] latent = data(SHAPE);
    Image cheap = flow.toData(SHAPE, latent, StopSignal.NEVER);
    Image full = flow.toData(SHAPE, latent, EXACT, StopSignal.NEVER);
    Closeness.assertClose("rows", full.rows(), cheap.rows(), 1e-12);
    assertArrayEquals(new double[3], cheap.logDeterminants(), 0);
  }

  @Test
  public void logDeterminantIsThatOfTheMap() {
    ContinuousFlow flow = flow(new FixedStepSolver(ButcherTableau.RK4, 16));
    BatchShape shape = new BatchShape(2);
    TraceEstimator noNoise = new TraceEstimator.Hutchinson(new double[6]);
    double[][] jacobian =
        FiniteDifferences.jacobian(
            x -> flow.toLatent(shape, x, noNoise, StopSignal.NEVER).rows(), data(shape));
    assertEquals(
        Math.log(Determinant.of(jacobian)),
        flow.toLatent(shape, data(shape), EXACT, StopSignal.NEVER).logDeterminants()[0],
        1e-5);
  }

  @Test
  public void positionsKeepZeroMean() {
    double[] rows =
        flow(adaptive(1e-5)).toLatent(SHAPE, data(SHAPE), EXACT, StopSignal.NEVER).rows();
    double[] centred = rows.clone();
    PRIOR.centre(SHAPE, centred);
    Closeness.assertWithin("rows", centred, rows, 1e-12);
  }

  @Test
  public void recordedGradientAgreesWithFiniteDifferences() {
    ContinuousFlow flow = flow(new FixedStepSolver(ButcherTableau.HEUN, 3));
    TraceEstimator.Hutchinson trace =
        TraceEstimator.Hutchinson.draw(NoiseKind.GAUSSIAN, 18, new Random(1));
    double[] byLatent = Normals.of(18, 2);
    double[] byLogDeterminant = Normals.of(3, 3);
    double[] data = data(SHAPE);
    try (Vector gradient = engine.vector(PARAMETERS.length);
        RecordedWay recorded = flow.record(SHAPE, data, trace, gradient, StopSignal.NEVER)) {
      Image image = flow.toLatent(SHAPE, data, trace, StopSignal.NEVER);
      assertArrayEquals(image.rows(), recorded.image().rows(), 0);
      assertArrayEquals(image.logDeterminants(), recorded.image().logDeterminants(), 0);
      double[] byData = recorded.reverse(byLatent, byLogDeterminant, StopSignal.NEVER);
      Closeness.assertClose(
          "by the data",
          FiniteDifferences.gradient(x -> loss(flow, x, trace, byLatent, byLogDeterminant), data),
          byData,
          1e-7);
      int[] some = new Random(9).ints(25, 0, PARAMETERS.length).toArray();
      double[] expected =
          FiniteDifferences.gradient(
              p -> {
                network.setParameters(p);
                return loss(flow, data, trace, byLatent, byLogDeterminant);
              },
              PARAMETERS,
              some);
      double[] all = ArrayNetwork.array(gradient);
      double[] found = new double[some.length];
      for (int k = 0; k < some.length; k++) {
        found[k] = all[some[k]];
      }
      Closeness.assertClose("by the parameters", expected, found, 1e-7);
    }
  }

  @Test
  public void latentVariablesMoveAlongAndTheLogDeterminantDoesNotChange() {
    ContinuousFlow flow = flow(new FixedStepSolver(ButcherTableau.RK4, 2));
    Equivariance.of(2, SHAPE)
        .input(Layout.directions(2, 1), data(SHAPE))
        .output("latent variables", Layout.directions(2, 1))
        .output("log-determinant", Layout.perMolecule(1))
        .holds(
            (shape, in) -> {
              Image image = flow.toLatent(shape, in.get(0), EXACT, StopSignal.NEVER);
              return List.of(image.rows(), image.logDeterminants());
            },
            1e-9);
  }

  private static double loss(
      ContinuousFlow flow,
      double[] data,
      TraceEstimator trace,
      double[] byLatent,
      double[] byLogDeterminant) {
    Image image = flow.toLatent(SHAPE, data, trace, StopSignal.NEVER);
    double loss = 0;
    for (int k = 0; k < byLatent.length; k++) {
      loss += byLatent[k] * image.rows()[k];
    }
    for (int b = 0; b < byLogDeterminant.length; b++) {
      loss += byLogDeterminant[b] * image.logDeterminants()[b];
    }
    return loss;
  }

  @Test
  public void anIntegrationThatFailsSaysWhy() {
    ContinuousFlow flow =
        flow(new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-9, 1e-9), 20));
    TraceEstimator.Hutchinson trace = new TraceEstimator.Hutchinson(new double[18]);
    double[] data = data(SHAPE);
    assertThrows(OdeException.class, () -> flow.toLatent(SHAPE, data, EXACT, StopSignal.NEVER));
    assertThrows(OdeException.class, () -> flow.toData(SHAPE, data, StopSignal.NEVER));
    try (Vector gradient = engine.vector(PARAMETERS.length)) {
      OdeException error =
          assertThrows(
              OdeException.class,
              () -> flow.record(SHAPE, data, trace, gradient, StopSignal.NEVER));
      assertTrue(error.getMessage(), error.getMessage().contains("the limit of 20 evaluations"));
    }
  }

  @Test
  public void itStopsOnRequest() {
    ContinuousFlow flow = flow(adaptive(1e-5));
    double[] data = data(SHAPE);
    assertThrows(StoppedException.class, () -> flow.toLatent(SHAPE, data, EXACT, () -> true));
    assertThrows(StoppedException.class, () -> flow.toData(SHAPE, data, () -> true));
  }

  @Test
  public void aNetworkThatGivesOtherColumnsIsNoVelocity() {
    try (Network lifts = engine.network(EgnnSettings.dequantizer(2, 1, 1, 2))) {
      OdeSolver solver = adaptive(1e-4);
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class, () -> new ContinuousFlow(engine, lifts, solver));
      assertTrue(error.getMessage(), error.getMessage().endsWith("4 for 3"));
    }
  }
}
