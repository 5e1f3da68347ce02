package org.enf.core.flow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.flow.ContinuousFlow.Images;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.ButcherTableau;
import org.enf.core.ode.FixedStepSolver;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution.Status;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Tolerance;
import org.enf.core.ode.Trajectory;
import org.enf.core.testing.ArrayNetwork;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.LivelyParameters;
import org.enf.core.testing.PlainEngine;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The flow where each molecule has its own steps. */
public class MoleculeControlTest {
  private static final EgnnSettings SETTINGS = EgnnSettings.dynamics(2, 1, 2, 4);
  private static final int WIDTH = 3;
  private static final BatchShape SHAPE = new BatchShape(3, 1, 2, 3);
  private static final TraceEstimator EXACT = new TraceEstimator.Exact();
  private static final TraceEstimator PROBES =
      TraceEstimator.Hutchinson.draw(NoiseKind.GAUSSIAN, 2, SHAPE.atoms() * WIDTH, new Random(3));

  private PlainEngine engine;
  private ArrayNetwork network;

  @Before
  public void start() {
    engine = new PlainEngine();
    network = new ArrayNetwork(engine, SETTINGS, LivelyParameters.of(SETTINGS, 4));
  }

  @After
  public void everythingIsGivenBack() {
    network.close();
    assertEquals(0, engine.openVectors());
  }

  private ContinuousFlow flow(OdeSolver solver) {
    return new ContinuousFlow(engine, network.network(), solver);
  }

  private static OdeSolver adaptive(double tolerance, int maxEvaluations) {
    return new AdaptiveSolver(
        ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), maxEvaluations);
  }

  /** The molecules differ in how hard they are: the last one is spread out. */
  private static double[] data() {
    double[] rows = new FlowPrior(2, 1).sample(SHAPE, new Random(8));
    for (int k = SHAPE.offset(3) * WIDTH; k < rows.length; k++) {
      rows[k] *= 4;
    }
    return rows;
  }

  private static double[] rows(double[] all, int molecule) {
    return Molecules.rows(SHAPE, WIDTH, all, new int[] {molecule});
  }

  @Test
  public void aMoleculeAloneGoesWhereItGoesInABatch() {
    ContinuousFlow flow = flow(adaptive(1e-5, 10_000));
    for (TraceEstimator trace : new TraceEstimator[] {EXACT, PROBES}) {
      Images together =
          flow.toLatent(SHAPE, data(), trace, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
      boolean differ = false;
      for (int b = 0; b < SHAPE.molecules(); b++) {
        Images alone =
            flow.toLatent(
                new BatchShape(SHAPE.size(b)),
                rows(data(), b),
                trace.select(SHAPE, WIDTH, new int[] {b}),
                ErrorControl.PER_MOLECULE,
                StopSignal.NEVER);
        assertArrayEquals(alone.rows(), rows(together.rows(), b), 1e-12);
        assertEquals(alone.logDeterminants()[0], together.logDeterminants()[b], 1e-12);
        assertEquals(alone.solutions().get(0), together.solutions().get(b));
        differ |= alone.solutions().get(0).accepted() != together.solutions().get(0).accepted();
      }
      assertTrue("the molecules need different steps", differ);
    }
  }

  @Test
  public void backAgainIsWhereItCameFromAndTheLogDeterminantsCancel() {
    double tolerance = 1e-5;
    ContinuousFlow flow = flow(adaptive(tolerance, 10_000));
    for (ErrorControl control : ErrorControl.values()) {
      Images there = flow.toLatent(SHAPE, data(), EXACT, control, StopSignal.NEVER);
      Images back = flow.toData(SHAPE, there.rows(), EXACT, control, StopSignal.NEVER);
      Closeness.assertWithin(control + ": rows", data(), back.rows(), 10 * tolerance);
      double[] sum = there.logDeterminants().clone();
      assertTrue(Closeness.largest(sum) > 0.1);
      for (int b = 0; b < sum.length; b++) {
        sum[b] += back.logDeterminants()[b];
      }
      Closeness.assertWithin(
          control + ": log-determinants", new double[sum.length], sum, 10 * tolerance);
    }
  }

  @Test
  public void aMoleculeThatFailsDoesNotStopTheOthers() {
    int limit = 100;
    Images free =
        flow(adaptive(1e-7, 10_000))
            .toLatent(SHAPE, data(), EXACT, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
    assertTrue("" + free.solutions(), free.solutions().get(2).evaluations() < limit);
    assertTrue("" + free.solutions(), free.solutions().get(3).evaluations() > limit);
    for (ErrorControl control : ErrorControl.values()) {
      Images limited =
          flow(adaptive(1e-7, limit)).toLatent(SHAPE, data(), EXACT, control, StopSignal.NEVER);
      assertEquals(Status.TOO_MANY_EVALUATIONS, limited.solutions().get(3).status());
      for (int b = 0; b < SHAPE.molecules(); b++) {
        boolean enough = free.solutions().get(b).evaluations() <= limit;
        assertEquals(enough, limited.solutions().get(b).isSuccess());
        if (enough) {
          assertArrayEquals(rows(free.rows(), b), rows(limited.rows(), b), 1e-12);
        }
      }
    }
  }

  @Test
  public void inputThatIsNoNumberEndsItsMoleculeOnly() {
    double[] broken = data();
    broken[1] = Double.NaN;
    for (OdeSolver solver :
        new OdeSolver[] {adaptive(1e-4, 2000), new FixedStepSolver(ButcherTableau.RK4, 3)}) {
      Images images =
          flow(solver).toData(SHAPE, broken, ErrorControl.PER_MOLECULE, StopSignal.NEVER);
      assertEquals(Status.NOT_FINITE, images.solutions().get(0).status());
      for (int b = 1; b < SHAPE.molecules(); b++) {
        assertEquals(Status.SUCCESS, images.solutions().get(b).status());
        assertTrue(Arrays.stream(rows(images.rows(), b)).allMatch(Double::isFinite));
      }
    }
  }

  @Test
  public void itStopsOnRequest() {
    ContinuousFlow flow = flow(adaptive(1e-5, 10_000));
    for (ErrorControl control : ErrorControl.values()) {
      assertThrows(StoppedException.class, () -> flow.toData(SHAPE, data(), control, () -> true));
    }
    assertThrows(
        StoppedException.class,
        () -> flow.trajectory(SHAPE, data(), new double[] {1, 0}, () -> true));
  }

  @Test
  public void trajectoryPassesThroughTheStatesOfShorterWays() {
    ContinuousFlow flow = flow(adaptive(1e-7, 10_000));
    Trajectory way =
        flow.trajectory(SHAPE, data(), new double[] {1, 0.7, 0.4, 0}, StopSignal.NEVER);
    Images whole = flow.toData(SHAPE, data(), ErrorControl.PER_MOLECULE, StopSignal.NEVER);
    assertArrayEquals(data(), way.state(0).part(0), 0);
    assertArrayEquals(whole.rows(), way.state(3).part(0), 0);
    assertEquals(whole.solutions(), way.solutions());
    Trajectory first = flow.trajectory(SHAPE, data(), new double[] {1, 0.4}, StopSignal.NEVER);
    Closeness.assertWithin("state at 0.4", first.state(1).part(0), way.state(2).part(0), 1e-5);
  }
}
