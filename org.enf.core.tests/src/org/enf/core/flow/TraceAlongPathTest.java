package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.Network;
import org.enf.core.flow.ContinuousFlow.Images;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.EnsembleListener;
import org.enf.core.ode.EnsembleState;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.Solution;
import org.enf.core.ode.Solution.Status;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Tolerance;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.PlainEngine;
import org.junit.After;
import org.junit.Test;

/** Exact log-determinants by a quadrature along paths that are known already. */
public class TraceAlongPathTest {
  private static final BatchShape SHAPE = new BatchShape(3, 1, 2, 60);
  private static final TraceEstimator EXACT = new TraceEstimator.Exact();
  private static final int WIDTH = 3;

  private final PlainEngine engine = new PlainEngine();

  @After
  public void everythingIsGivenBack() {
    assertEquals(0, engine.openVectors());
  }

  private static AdaptiveSolver solver(double tolerance, int maxEvaluations) {
    return new AdaptiveSolver(
        ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), maxEvaluations);
  }

  private static double[] data(BatchShape shape) {
    return new FlowPrior(2, 1).sample(shape, new Random(8));
  }

  private Images toLatent(
      Network network, BatchShape shape, AdaptiveSolver solver, StopSignal stop) {
    return new ContinuousFlow(engine, network, solver)
        .toLatent(shape, data(shape), EXACT, ErrorControl.PER_MOLECULE, stop);
  }

  /** The trace as a further state of the solver, which asks for it at each of its stages. */
  private double[] asAFurtherState(Network network, BatchShape shape, AdaptiveSolver solver) {
    try (FlowEnsemble ensemble = new FlowEnsemble(engine, network, shape, EXACT)) {
      EnsembleState y = ensemble.at(data(shape));
      solver
          .solveEach(ensemble, y, 0, 1, EnsembleListener.NONE, StopSignal.NEVER)
          .forEach(Solution::requireSuccess);
      return y.part(1);
    }
  }

  @Test
  public void aLinearFieldHasTheLogDeterminantOfItsClosedForm() {
    DoubleUnaryOperator rate = t -> 0.2 + Math.sin(5 * t);
    double integral = 0.2 + (1 - Math.cos(5)) / 5;
    double[] expected = new double[SHAPE.molecules()];
    Arrays.setAll(expected, b -> integral * SHAPE.size(b) * 6);
    LinearField field = new LinearField(rate, rate);
    ContinuousFlow flow = new ContinuousFlow(engine, field, solver(1e-9, 10_000));
    Images there =
        flow.toLatent(SHAPE, data(SHAPE), EXACT, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
    Closeness.assertWithin("there", expected, there.logDeterminants(), 1e-6);
    Images back =
        flow.toData(SHAPE, there.rows(), EXACT, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
    Arrays.setAll(expected, b -> -expected[b]);
    Closeness.assertWithin("back", expected, back.logDeterminants(), 1e-6);
    Closeness.assertWithin("rows", data(SHAPE), back.rows(), 1e-6);
  }

  @Test
  public void theTraceOfANetworkIsThatOfAFurtherState() {
    EgnnSettings settings = EgnnSettings.dynamics(2, 1, 2, 4);
    BatchShape shape = new BatchShape(3, 1, 2);
    try (ArrayNetwork network =
        new ArrayNetwork(engine, settings, LivelyParameters.of(settings, 4))) {
      AdaptiveSolver tight = solver(1e-9, 10_000);
      double[] along =
          toLatent(network.network(), shape, tight, StopSignal.NEVER).logDeterminants();
      double[] further = asAFurtherState(network.network(), shape, tight);
      assertTrue(Closeness.largest(further) > 0.1);
      Closeness.assertWithin("log-determinants", further, along, 1e-6);
    }
  }

  @Test
  public void itAsksForFewerTraces() {
    DoubleUnaryOperator rate = t -> 8 * Math.sin(5 * t) / (t + 0.1);
    LinearField along = new LinearField(rate, rate);
    LinearField further = new LinearField(rate, rate);
    toLatent(along, SHAPE, solver(1e-4, 10_000), StopSignal.NEVER);
    asAFurtherState(further, SHAPE, solver(1e-4, 10_000));
    assertTrue(
        along.traces() + " and " + further.traces(), along.traces() < 0.7 * further.traces());
  }

  @Test
  public void atLooseTolerancesTheErrorOfTheWholeIsWithinThem() {
    DoubleUnaryOperator rate = t -> 0.1 / ((t - 0.3) * (t - 0.3) + 0.01);
    double integral = Math.atan(7) - Math.atan(-3);
    double tolerance = 1e-3;
    Images images =
        toLatent(new LinearField(rate, rate), SHAPE, solver(tolerance, 10_000), StopSignal.NEVER);
    for (int b = 0; b < SHAPE.molecules(); b++) {
      double expected = integral * SHAPE.size(b) * 6;
      assertEquals(
          expected, images.logDeterminants()[b], tolerance + tolerance * Math.abs(expected));
    }
  }

  @Test
  public void aTraceThatCannotBeIntegratedDoesNotStopTheOthers() {
    DoubleUnaryOperator rate = t -> Math.sin(5 * t);
    LinearField field = new LinearField(rate, t -> Math.sin(1e6 * t));
    Images images = toLatent(field, SHAPE, solver(1e-6, 500), StopSignal.NEVER);
    List<Status> expected =
        List.of(Status.SUCCESS, Status.INTEGRAL_NOT_REACHED, Status.SUCCESS, Status.SUCCESS);
    assertEquals(expected, images.solutions().stream().map(Solution::status).toList());
    OdeException told =
        assertThrows(OdeException.class, () -> images.solutions().get(1).requireSuccess());
    assertTrue(told.getMessage(), told.getMessage().contains("the trace"));
    assertTrue(told.getMessage(), told.getMessage().contains("limit of 500 evaluations"));
    Images healthy =
        toLatent(new LinearField(rate, rate), SHAPE, solver(1e-6, 500), StopSignal.NEVER);
    assertEquals(healthy.logDeterminants()[3], images.logDeterminants()[3], 0);
  }

  @Test
  public void aTraceThatIsNoNumberEndsItsMoleculeOnly() {
    LinearField field = new LinearField(t -> t, t -> t > 0.5 ? Double.NaN : t);
    List<Solution> solutions =
        toLatent(field, SHAPE, solver(1e-6, 500), StopSignal.NEVER).solutions();
    assertEquals(Status.NOT_FINITE, solutions.get(1).status());
    assertEquals(Status.SUCCESS, solutions.get(3).status());
  }

  @Test
  public void aPathThatFailsHasNoTrace() {
    double[] broken = data(SHAPE);
    broken[SHAPE.offset(1) * WIDTH] = Double.NaN;
    LinearField field = new LinearField(t -> t, t -> t);
    Images images =
        new ContinuousFlow(engine, field, solver(1e-6, 500))
            .toLatent(SHAPE, broken, EXACT, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
    assertEquals(Status.NOT_FINITE, images.solutions().get(1).status());
    assertEquals(Status.SUCCESS, images.solutions().get(2).status());
    assertEquals(0, images.logDeterminants()[1], 0);
  }

  @Test
  public void itStopsBetweenTraces() {
    DoubleUnaryOperator rate = t -> Math.sin(5 * t);
    LinearField whole = new LinearField(rate, rate);
    AtomicInteger asked = new AtomicInteger();
    BatchShape shape = BatchShape.uniform(9, 60);
    StopSignal counting =
        () -> {
          asked.incrementAndGet();
          return false;
        };
    toLatent(whole, shape, solver(1e-4, 10_000), counting);
    int all = asked.getAndSet(0);
    LinearField stopped = new LinearField(rate, rate);
    assertThrows(
        StoppedException.class,
        () ->
            toLatent(
                stopped, shape, solver(1e-4, 10_000), () -> asked.incrementAndGet() >= all - 1));
    assertTrue(stopped.traces() > 0);
    assertTrue(stopped.traces() < whole.traces());
  }

  @Test
  public void aMoleculeAloneHasTheValueThatItHasInABatch() {
    DoubleUnaryOperator rate = t -> Math.sin(50 * t);
    Images together =
        toLatent(new LinearField(rate, rate), SHAPE, solver(1e-6, 10_000), StopSignal.NEVER);
    double[] alone = new double[SHAPE.molecules()];
    for (int b = 0; b < alone.length; b++) {
      int[] one = {b};
      alone[b] =
          new ContinuousFlow(engine, new LinearField(rate, rate), solver(1e-6, 10_000))
              .toLatent(
                  new BatchShape(SHAPE.size(b)),
                  Molecules.rows(SHAPE, WIDTH, data(SHAPE), one),
                  EXACT,
                  ErrorControl.PER_MOLECULE,
                  StopSignal.NEVER)
              .logDeterminants()[0];
    }
    assertArrayEquals(alone, together.logDeterminants(), 1e-12);
  }
}
