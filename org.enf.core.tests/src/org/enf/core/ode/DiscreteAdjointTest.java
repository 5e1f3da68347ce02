package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.FiniteDifferences;
import org.enf.core.testing.HeapVector;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** The gradient of what a solver computed, against finite differences of the same steps. */
public class DiscreteAdjointTest {
  private static final double TOLERANCE = 1e-9;
  private static final double[] START = {0.7, -0.4, 1.1};
  private static final double[] PARAMETERS = Normals.of(TanhSystem.PARAMETERS, 3);
  private static final double[] WEIGHTS = {1.3, -0.8, 0.5};

  private record Step(double t, double h) {}

  @Test
  public void gradientOfEveryMethodAgreesForwardsAndBackwards() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      OdeSolver solver = new FixedStepSolver(tableau, 5);
      assertGradientAgrees(tableau + " forwards", solver, 0, 1);
      assertGradientAgrees(tableau + " backwards", solver, 1, 0);
    }
  }

  @Test
  public void gradientOfTheChosenStepsAgreesForwardsAndBackwards() {
    OdeSolver solver = new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-5, 1e-5), 10_000);
    assertGradientAgrees("adaptive forwards", solver, 0, 1);
    assertGradientAgrees("adaptive backwards", solver, 1, 0);
  }

  private static void assertGradientAgrees(String what, OdeSolver solver, double t0, double t1) {
    TanhSystem system = new TanhSystem(PARAMETERS);
    List<Step> steps = new ArrayList<>();
    try (StepRecorder recorder = new StepRecorder()) {
      solver
          .solve(
              system,
              state(START),
              t0,
              t1,
              (t, h, before, slopes) -> {
                steps.add(new Step(t, h));
                recorder.accepted(t, h, before, slopes);
              },
              StopSignal.NEVER)
          .requireSuccess();
      assertTrue(what + ": several steps", steps.size() > 2);
      State cotangent = state(WEIGHTS);
      new DiscreteAdjoint(solver.tableau()).reverse(system, recorder, cotangent, StopSignal.NEVER);
      Closeness.assertClose(
          what + ": by the start",
          FiniteDifferences.gradient(
              start -> loss(solver.tableau(), steps, start, PARAMETERS), START),
          array(cotangent),
          TOLERANCE);
      Closeness.assertClose(
          what + ": by the parameters",
          FiniteDifferences.gradient(
              parameters -> loss(solver.tableau(), steps, START, parameters), PARAMETERS),
          system.gradient(),
          TOLERANCE);
    }
  }

  /** ⟨weights, state at the end⟩ where each step is taken as recorded. */
  private static double loss(
      ButcherTableau tableau, List<Step> steps, double[] start, double[] parameters) {
    State y = state(start);
    FixedStepSolver oneStep = new FixedStepSolver(tableau, 1);
    for (Step step : steps) {
      oneStep.solve(
          new TanhSystem(parameters),
          y,
          step.t(),
          step.t() + step.h(),
          StepListener.NONE,
          StopSignal.NEVER);
    }
    double[] end = array(y);
    double loss = 0;
    for (int i = 0; i < end.length; i++) {
      loss += WEIGHTS[i] * end[i];
    }
    return loss;
  }

  @Test
  public void itStopsOnRequestAndGivesItsMemoryBack() {
    TanhSystem system = new TanhSystem(PARAMETERS);
    try (StepRecorder recorder = new StepRecorder()) {
      new FixedStepSolver(ButcherTableau.RK4, 3)
          .solve(system, state(START), 0, 1, recorder, StopSignal.NEVER);
      HeapVector first = new HeapVector(WEIGHTS[0], WEIGHTS[1]);
      HeapVector second = new HeapVector(WEIGHTS[2]);
      AtomicInteger asked = new AtomicInteger();
      assertThrows(
          StoppedException.class,
          () ->
              new DiscreteAdjoint(ButcherTableau.RK4)
                  .reverse(
                      system,
                      recorder,
                      new State(first, second),
                      () -> asked.incrementAndGet() > 4));
      assertEquals(1, first.openInFamily());
      assertEquals(1, second.openInFamily());
    }
  }

  @Test
  public void recorderGivesItsMemoryBack() {
    HeapVector first = new HeapVector(START[0], START[1]);
    HeapVector second = new HeapVector(START[2]);
    try (StepRecorder recorder = new StepRecorder()) {
      new FixedStepSolver(ButcherTableau.RK4, 3)
          .solve(
              new TanhSystem(PARAMETERS),
              new State(first, second),
              0,
              1,
              recorder,
              StopSignal.NEVER);
      assertEquals(3, recorder.size());
      assertEquals("the state and four slopes a step", 1 + 3 * 5, first.openInFamily());
    }
    assertEquals(1, first.openInFamily());
    assertEquals(1, second.openInFamily());
  }

  private static State state(double[] y) {
    return new State(new HeapVector(y[0], y[1]), new HeapVector(y[2]));
  }

  private static double[] array(State state) {
    HeapVector first = (HeapVector) state.part(0);
    return new double[] {first.get(0), first.get(1), ((HeapVector) state.part(1)).get(0)};
  }
}
