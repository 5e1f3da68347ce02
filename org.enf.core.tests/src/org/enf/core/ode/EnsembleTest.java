package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.ode.Solution.Status;
import org.enf.core.testing.HeapVector;
import org.junit.Test;

/** Several equations together, each with its own time, steps and end. */
public class EnsembleTest {
  private static final double[] SPEEDS = {1.0, 0.05, 1.6, 0.7};
  private static final List<OdeSolver> SOLVERS =
      List.of(
          adaptive(1e-6, 10_000),
          new FixedStepSolver(ButcherTableau.RK4, 30),
          new FixedStepSolver(ButcherTableau.DOPRI5, 10));

  private static OdeSolver adaptive(double tolerance, int maxEvaluations) {
    return new AdaptiveSolver(
        ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), maxEvaluations);
  }

  private static List<Solution> solve(
      OdeSolver solver, CurvedEnsemble system, EnsembleState y, double from, double to) {
    return solver.solveEach(system, y, from, to, EnsembleListener.NONE, StopSignal.NEVER);
  }

  @Test
  public void everyMemberGoesItsWayAsIfItWereAlone() {
    for (OdeSolver solver : SOLVERS) {
      for (double from : new double[] {0, 1}) {
        CurvedEnsemble system = new CurvedEnsemble(SPEEDS);
        EnsembleState together = system.solution(from);
        List<Solution> solutions = solve(solver, system, together, from, 1 - from);
        for (int m = 0; m < SPEEDS.length; m++) {
          String what = solver.description() + " from " + from + ", member " + m;
          State alone = CurvedProblem.solution(SPEEDS[m] * from);
          Solution solution =
              solver.solve(
                  CurvedEnsemble.alone(SPEEDS[m]),
                  alone,
                  from,
                  1 - from,
                  StepListener.NONE,
                  StopSignal.NEVER);
          assertEquals(what, solution, solutions.get(m));
          for (int p = 0; p < 2; p++) {
            assertArrayEquals(
                what,
                ((HeapVector) alone.part(p)).toArray(),
                Arrays.copyOfRange(together.part(p), 2 * m, 2 * m + 2),
                1e-12);
          }
          assertTrue(what, system.error(together, 1 - from, m) < 0.1);
        }
      }
    }
  }

  @Test
  public void membersThatHaveArrivedCostNothingMore() {
    for (OdeSolver solver : SOLVERS) {
      CurvedEnsemble system = new CurvedEnsemble(SPEEDS);
      List<Solution> solutions = solve(solver, system, system.solution(0), 0, 1);
      for (int m = 0; m < SPEEDS.length; m++) {
        assertEquals(system.evaluations(m), solutions.get(m).evaluations());
      }
    }
    CurvedEnsemble system = new CurvedEnsemble(SPEEDS);
    List<Solution> solutions = solve(SOLVERS.get(0), system, system.solution(0), 0, 1);
    assertTrue(solutions.get(1).evaluations() < solutions.get(2).evaluations() / 2);
  }

  @Test
  public void aMemberThatBreaksEndsAloneWithItsReason() {
    for (OdeSolver solver : SOLVERS) {
      CurvedEnsemble system = new CurvedEnsemble(1, -0.7, 1.6);
      EnsembleState y = system.solution(0);
      List<Solution> solutions = solve(solver, system, y, 0, 1);
      assertEquals(Status.NOT_FINITE, solutions.get(1).status());
      assertTrue(solutions.get(1).time() <= 0.5);
      CurvedEnsemble healthy = new CurvedEnsemble(1, 1.6);
      EnsembleState expected = healthy.solution(0);
      List<Solution> without = solve(solver, healthy, expected, 0, 1);
      assertEquals(without, List.of(solutions.get(0), solutions.get(2)));
      for (int p = 0; p < 2; p++) {
        assertArrayEquals(
            expected.part(p),
            new double[] {y.part(p)[0], y.part(p)[1], y.part(p)[4], y.part(p)[5]},
            0);
      }
    }
  }

  @Test
  public void theLimitOfEvaluationsIsThatOfEachMember() {
    CurvedEnsemble system = new CurvedEnsemble(0.05, 3, 0.1);
    List<Solution> solutions = solve(adaptive(1e-8, 60), system, system.solution(0), 0, 1);
    assertEquals(Status.SUCCESS, solutions.get(0).status());
    assertEquals(Status.TOO_MANY_EVALUATIONS, solutions.get(1).status());
    assertEquals(Status.SUCCESS, solutions.get(2).status());
    assertTrue(system.evaluations(1) <= 60);
    String message = new OdeException(solutions.get(1)).getMessage();
    assertTrue(message, message.contains("the limit of 60 evaluations was reached"));
  }

  @Test
  public void stopEndsThoseUnderWayOnly() {
    CurvedEnsemble system = new CurvedEnsemble(0.01, 1.6);
    AtomicInteger asked = new AtomicInteger();
    List<Solution> solutions =
        adaptive(1e-8, 10_000)
            .solveEach(
                system,
                system.solution(0),
                0,
                1,
                EnsembleListener.NONE,
                () -> asked.incrementAndGet() > 100);
    assertEquals(Status.SUCCESS, solutions.get(0).status());
    assertEquals(Status.STOPPED, solutions.get(1).status());
    assertEquals(100, solutions.get(1).evaluations());
  }

  @Test
  public void noWayIsNoStep() {
    CurvedEnsemble system = new CurvedEnsemble(SPEEDS);
    EnsembleState y = system.solution(1);
    solve(SOLVERS.get(0), system, y, 1, 1)
        .forEach(solution -> assertEquals(Status.SUCCESS, solution.status()));
    assertArrayEquals(system.solution(1).part(0), y.part(0), 0);
  }
}
