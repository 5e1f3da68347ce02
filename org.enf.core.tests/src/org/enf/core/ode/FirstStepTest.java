package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.testing.HeapVector;
import org.junit.Test;

/** What one solve tells the next about its first step. */
public class FirstStepTest {
  private static final double END = 0.8;
  private static final double TOLERANCE = 1e-6;

  private static final AdaptiveSolver SOLVER =
      new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(TOLERANCE, TOLERANCE), 10_000);

  private static Solution solve(FirstStep first) {
    State y = CurvedProblem.solution(0);
    Solution solution =
        SOLVER.solve(new CurvedProblem(), y, 0, END, first, StepListener.NONE, StopSignal.NEVER);
    assertTrue("error", CurvedProblem.error(y, END) < 10 * TOLERANCE);
    return solution;
  }

  @Test
  public void theNextSolveNeedsFewerEvaluationsForTheSameError() {
    FirstStep first = new FirstStep();
    Solution unknowing = solve(first);
    double found = first.length();
    assertTrue("found " + found, found > 0);
    Solution knowing = solve(first);
    assertTrue(
        knowing + " after " + unknowing, knowing.evaluations() <= unknowing.evaluations() - 7);
    assertEquals(1 + 6 * (knowing.accepted() + knowing.rejected()), knowing.evaluations());
  }

  @Test
  public void solvesOfTheSameSettleOnALength() {
    FirstStep first = new FirstStep();
    for (int k = 0; k < 10; k++) {
      solve(first);
    }
    double settled = first.length();
    solve(first);
    assertEquals(settled, first.length(), 0.1 * settled);
  }

  @Test
  public void aLengthThatIsFarTooLongIsFoundOut() {
    FirstStep first = new FirstStep(1e6);
    assertTrue(solve(first).rejected() > 0);
    assertTrue("" + first.length(), first.length() < END);
  }

  @Test
  public void aSolveThatFailsForgetsIt() {
    FirstStep first = new FirstStep(0.5);
    State y = new State(new HeapVector(1));
    OdeSystem broken = (t, state, derivative) -> derivative.fill(Double.NaN);
    SOLVER.solve(broken, y, 0, END, first, StepListener.NONE, StopSignal.NEVER);
    assertEquals(0, first.length(), 0);
  }

  @Test
  public void equalStepsNeitherReadNorChangeIt() {
    FirstStep first = new FirstStep(0.123);
    Solution solution =
        new FixedStepSolver(ButcherTableau.RK4, 5)
            .solve(
                new CurvedProblem(),
                CurvedProblem.solution(0),
                0,
                END,
                first,
                StepListener.NONE,
                StopSignal.NEVER);
    assertEquals(20, solution.evaluations());
    assertEquals(0.123, first.length(), 0);
  }

  @Test
  public void lengthsThatCannotBeAreRefused() {
    for (double length : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new FirstStep(length));
    }
  }
}
