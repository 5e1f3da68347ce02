package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.stream.IntStream;
import org.enf.core.ode.Solution.Status;
import org.junit.Test;

/** States at times of one solve. */
public class TrajectoryTest {
  private static final double END = 1.5;

  private static double[] times(double from, double to, int intervals) {
    return IntStream.rangeClosed(0, intervals)
        .mapToDouble(k -> from + (to - from) * k / intervals)
        .toArray();
  }

  private static double worstError(OdeSolver solver, double from, double to) {
    CurvedEnsemble system = new CurvedEnsemble(1);
    Trajectory trajectory =
        Trajectory.of(solver, system, system.solution(from), times(from, to, 97), StopSignal.NEVER);
    double worst = 0;
    for (int k = 0; k < trajectory.size(); k++) {
      worst = Math.max(worst, system.error(trajectory.state(k), trajectory.time(k), 0));
    }
    return worst;
  }

  @Test
  public void statesWithinTheStepsHaveTheOrderOfTheMethod() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      int steps = tableau.order() == 1 ? 1600 : tableau.order() == 2 ? 200 : 60;
      double coarse = worstError(new FixedStepSolver(tableau, steps), 0, END);
      double fine = worstError(new FixedStepSolver(tableau, 4 * steps), 0, END);
      double order = Math.log(coarse / fine) / Math.log(4);
      assertEquals(tableau.name(), tableau.order(), order, 0.3);
    }
  }

  @Test
  public void oneStepIsFollowedToTheDegreeOfTheInterpolant() {
    // the error of one step: h⁵ for the interpolant of dopri5, h⁴ for the cubic of Hermite
    assertEquals(5, orderWithinOneStep(ButcherTableau.DOPRI5), 0.3);
    assertEquals(4, orderWithinOneStep(ButcherTableau.RK4), 0.3);
  }

  private static double orderWithinOneStep(ButcherTableau tableau) {
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      double from = 0.6;
      double length = k == 0 ? 0.08 : 0.02;
      errors[k] = worstError(new FixedStepSolver(tableau, 1), from, from + length);
    }
    return Math.log(errors[0] / errors[1]) / Math.log(4);
  }

  @Test
  public void chosenStepsAreFollowedWithinTheToleranceForwardsAndBackwards() {
    OdeSolver solver = new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-6, 1e-6), 10_000);
    assertTrue(worstError(solver, 0, 1) < 1e-4);
    assertTrue(worstError(solver, 1, 0) < 1e-4);
  }

  @Test
  public void statesInBetweenCostNoEvaluationsOfDopri5() {
    OdeSolver solver = new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-6, 1e-6), 10_000);
    CurvedEnsemble system = new CurvedEnsemble(1, 0.4);
    Trajectory many =
        Trajectory.of(solver, system, system.solution(0), times(0, 1, 50), StopSignal.NEVER);
    Trajectory two =
        Trajectory.of(solver, system, system.solution(0), times(0, 1, 1), StopSignal.NEVER);
    assertEquals(two.solutions(), many.solutions());
    assertArrayEquals(two.state(1).part(0), many.state(50).part(0), 0);
    assertArrayEquals(system.solution(0).part(0), many.state(0).part(0), 0);
  }

  @Test
  public void aMemberThatBreaksHasNoStatesAfterwards() {
    CurvedEnsemble system = new CurvedEnsemble(1, -1);
    Trajectory trajectory =
        Trajectory.of(
            new FixedStepSolver(ButcherTableau.RK4, 20),
            system,
            system.solution(0),
            times(0, 1, 10),
            StopSignal.NEVER);
    assertEquals(Status.NOT_FINITE, trajectory.solutions().get(1).status());
    assertTrue(Double.isFinite(trajectory.state(2).part(0)[2]));
    assertTrue(Double.isNaN(trajectory.state(10).part(0)[2]));
    assertTrue(system.error(trajectory.state(10), 1, 0) < 1e-4);
  }

  @Test
  public void timesOutOfOrderAreRefused() {
    CurvedEnsemble system = new CurvedEnsemble(1);
    for (double[] times : new double[][] {{}, {0}, {0, 1, 0.5}, {1, 1}, {0, Double.NaN}}) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              Trajectory.of(
                  new FixedStepSolver(ButcherTableau.RK4, 3),
                  system,
                  system.solution(0),
                  times,
                  StopSignal.NEVER));
    }
  }
}
