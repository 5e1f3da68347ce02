package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.testing.HeapVector;
import org.junit.Test;

/** Integration with equal steps. */
public class FixedStepSolverTest {
  @Test
  public void stepsAreEqualAndEndAtTheEnd() {
    List<Double> times = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    Solution solution =
        new FixedStepSolver(ButcherTableau.RK4, 4)
            .solve(
                new CurvedProblem(),
                CurvedProblem.solution(1),
                1,
                0,
                (t, h, before, slopes) -> {
                  times.add(t);
                  lengths.add(h);
                },
                StopSignal.NEVER);
    assertEquals(List.of(1.0, 0.75, 0.5, 0.25), times);
    assertEquals(List.of(-0.25, -0.25, -0.25, -0.25), lengths);
    assertEquals(new Solution(Solution.Status.SUCCESS, 0, 16, 4, 0), solution);
  }

  @Test
  public void thereAndBackAgainIsWithinTheErrorOfTheMethod() {
    FixedStepSolver solver = new FixedStepSolver(ButcherTableau.DOPRI5, 40);
    State y = CurvedProblem.solution(0);
    solver.solve(new CurvedProblem(), y, 0, 1, StepListener.NONE, StopSignal.NEVER);
    solver.solve(new CurvedProblem(), y, 1, 0, StepListener.NONE, StopSignal.NEVER);
    assertTrue(CurvedProblem.error(y, 0) < 1e-7);
  }

  @Test
  public void aStateThatIsNotFiniteEndsTheWay() {
    State y = new State(new HeapVector(1), new HeapVector(1));
    OdeSystem breaksAtHalf =
        (t, state, derivative) -> {
          derivative.fill(1);
          derivative.part(1).fill(t < 0.5 ? 1 : Double.NaN);
        };
    Solution solution =
        new FixedStepSolver(ButcherTableau.EULER, 10)
            .solve(breaksAtHalf, y, 0, 1, StepListener.NONE, StopSignal.NEVER);
    assertEquals(Solution.Status.NOT_FINITE, solution.status());
    assertEquals(0.5, solution.time(), 1e-12);
    assertFalse(solution.isSuccess());
  }

  @Test
  public void itStopsBeforeTheEvaluationThatNobodyWants() {
    AtomicInteger asked = new AtomicInteger();
    CurvedProblem system = new CurvedProblem();
    Solution solution =
        new FixedStepSolver(ButcherTableau.RK4, 10)
            .solve(
                system,
                CurvedProblem.solution(0),
                0,
                1,
                StepListener.NONE,
                () -> asked.incrementAndGet() > 6);
    assertEquals(Solution.Status.STOPPED, solution.status());
    assertEquals(6, system.evaluations());
    assertEquals(6, solution.evaluations());
    assertThrows(StoppedException.class, solution::requireSuccess);
  }

  @Test
  public void itsMemoryIsGivenBack() {
    HeapVector vector = new HeapVector(1, 2);
    OdeSystem decay =
        (t, y, derivative) -> {
          derivative.fill(0);
          derivative.add(-1, y);
        };
    new FixedStepSolver(ButcherTableau.RK4, 100)
        .solve(decay, new State(vector), 0, 1, StepListener.NONE, StopSignal.NEVER);
    assertEquals("only the state itself is open", 1, vector.openInFamily());
    assertArrayEquals(new double[] {Math.exp(-1), 2 * Math.exp(-1)}, vector.toArray(), 1e-9);
  }

  @Test
  public void numbersOfStepsOutOfRangeAreRefused() {
    for (int steps : new int[] {0, -3, 1_000_001}) {
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class, () -> new FixedStepSolver(ButcherTableau.RK4, steps));
      assertTrue(error.getMessage(), error.getMessage().endsWith("not " + steps));
    }
  }

  @Test
  public void descriptionNamesMethodAndSteps() {
    assertEquals("rk4, 12 steps", new FixedStepSolver(ButcherTableau.RK4, 12).description());
  }
}
