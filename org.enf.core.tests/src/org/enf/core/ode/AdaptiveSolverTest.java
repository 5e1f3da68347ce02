package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.ode.Solution.Status;
import org.enf.core.testing.HeapVector;
import org.junit.Test;

/** Integration with steps chosen by the error estimate. */
public class AdaptiveSolverTest {
  private static final int MANY = 100_000;

  private static AdaptiveSolver solver(double tolerance, int maxEvaluations) {
    return new AdaptiveSolver(
        ButcherTableau.DOPRI5, new Tolerance(tolerance, tolerance), maxEvaluations);
  }

  private static Solution solve(OdeSystem system, State y, int maxEvaluations) {
    return solver(1e-6, maxEvaluations).solve(system, y, 0, 1, StepListener.NONE, StopSignal.NEVER);
  }

  private static State one() {
    return new State(new HeapVector(1));
  }

  @Test
  public void errorFollowsTheToleranceForwardsAndBackwards() {
    for (double tolerance : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
      for (double start : new double[] {0, 0.8}) {
        State y = CurvedProblem.solution(start);
        solver(tolerance, MANY)
            .solve(new CurvedProblem(), y, start, 0.8 - start, StepListener.NONE, StopSignal.NEVER)
            .requireSuccess();
        double error = CurvedProblem.error(y, 0.8 - start);
        assertTrue("from " + start + " at " + tolerance + ": " + error, error < 10 * tolerance);
        assertTrue("no more work than needed: " + error, error > 1e-4 * tolerance);
      }
    }
  }

  @Test
  public void everyAttemptedStepCostsSixEvaluations() {
    CurvedProblem system = new CurvedProblem();
    Solution solution = solve(system, CurvedProblem.solution(0), MANY);
    assertTrue(solution.accepted() > 3);
    assertEquals(2 + 6 * (solution.accepted() + solution.rejected()), solution.evaluations());
    assertEquals("as counted by the problem", system.evaluations(), solution.evaluations());
  }

  /** A pulse of area one that a long step overlooks at first. */
  private static void pulse(double t, State y, State derivative) {
    double s = (t - 0.6) / 0.01;
    derivative.fill(Math.exp(-0.5 * s * s) / (0.01 * Math.sqrt(2 * Math.PI)));
  }

  @Test
  public void stepsThatAreTooLongAreTakenAgainAndCounted() {
    AtomicInteger heard = new AtomicInteger();
    State y = one();
    Solution solution =
        solver(1e-8, MANY)
            .solve(
                (t, state, derivative) -> {
                  pulse(t, state, derivative);
                  derivative.add(1, state);
                },
                y,
                0,
                1,
                (t, h, before, slopes) -> heard.incrementAndGet(),
                StopSignal.NEVER);
    assertTrue("rejected: " + solution.rejected(), solution.rejected() > 0);
    assertEquals("only kept steps are heard of", solution.accepted(), heard.get());
    assertEquals(2 + 6 * (solution.accepted() + solution.rejected()), solution.evaluations());
    double exact = Math.E + Math.exp(0.4 + 0.5 * 0.01 * 0.01);
    assertEquals(exact, ((HeapVector) y.part(0)).get(0), 1e-6);
  }

  @Test
  public void keptStepsFollowEachOtherToTheEnd() {
    double[] end = {0};
    Solution solution =
        solver(1e-6, MANY)
            .solve(
                new CurvedProblem(),
                CurvedProblem.solution(0),
                0,
                1,
                (t, h, before, slopes) -> {
                  assertEquals(end[0], t, 1e-15);
                  assertTrue("the state before the step", CurvedProblem.error(before, t) < 1e-5);
                  end[0] = t + h;
                },
                StopSignal.NEVER);
    assertEquals(1, end[0], 1e-15);
    assertEquals(1, solution.time(), 0);
    assertEquals(Status.SUCCESS, solution.status());
  }

  @Test
  public void aStepThatWasKeptIsFollowedByNoShorterOneButTheLast() {
    List<Double> lengths = new ArrayList<>();
    Solution solution =
        solver(1e-8, MANY)
            .solve(
                new CurvedProblem(),
                CurvedProblem.solution(0.8),
                0.8,
                0,
                (t, h, before, slopes) -> lengths.add(-h),
                StopSignal.NEVER);
    assertEquals("a problem without rejected steps", 0, solution.rejected());
    boolean someAreEqual = false;
    for (int k = 1; k < lengths.size() - 1; k++) {
      double ratio = lengths.get(k) / lengths.get(k - 1);
      assertTrue("step " + k + " is " + ratio + " times as long", ratio > 1 - 1e-12);
      someAreEqual |= ratio < 1 + 1e-12;
    }
    assertTrue("the rule is needed somewhere", someAreEqual);
  }

  @Test
  public void theWorstPartOfTheStateDecides() {
    OdeSystem lively =
        (t, y, derivative) -> {
          derivative.part(0).fill(0);
          derivative.part(1).fill(40 * Math.cos(40 * t));
        };
    // the quiet part is long: its elements must not thin out the error of the other one
    State y = new State(new HeapVector(new double[1000]), new HeapVector(0));
    solver(1e-6, MANY).solve(lively, y, 0, 1, StepListener.NONE, StopSignal.NEVER);
    assertEquals(Math.sin(40), ((HeapVector) y.part(1)).get(0), 1e-5);
  }

  @Test
  public void noWayIsNoStep() {
    State y = CurvedProblem.solution(1);
    Solution solution =
        solver(1e-6, MANY).solve(new CurvedProblem(), y, 1, 1, StepListener.NONE, StopSignal.NEVER);
    assertEquals(Status.SUCCESS, solution.status());
    assertEquals(0, solution.accepted());
    assertEquals(0, CurvedProblem.error(y, 1), 0);
  }

  @Test
  public void aConstantSolutionTakesFewSteps() {
    Solution solution = solve((t, y, derivative) -> derivative.fill(0), one(), MANY);
    assertEquals(Status.SUCCESS, solution.status());
    assertTrue(solution.toString(), solution.accepted() < 12 && solution.rejected() == 0);
  }

  @Test
  public void aVelocityThatIsNotANumberIsNamed() {
    assertFails(
        Status.NOT_FINITE,
        "the velocity became infinite or NaN",
        solve((t, y, derivative) -> derivative.fill(Double.NaN), one(), MANY));
  }

  @Test
  public void aVelocityThatBreaksOnTheWayIsNamedWithItsTime() {
    Solution solution =
        solve(
            (t, y, derivative) -> derivative.fill(t < 0.5 ? 1 : Double.NEGATIVE_INFINITY),
            one(),
            MANY);
    assertFails(Status.NOT_FINITE, "the velocity became infinite or NaN", solution);
    assertEquals(0.5, solution.time(), 1e-6);
    assertTrue(
        new OdeException(solution).getMessage(),
        new OdeException(solution).getMessage().contains("t = 0.5000"));
  }

  @Test
  public void theLimitOfEvaluationsHolds() {
    CurvedProblem system = new CurvedProblem();
    Solution solution = solve(system, CurvedProblem.solution(0), 30);
    assertFails(Status.TOO_MANY_EVALUATIONS, "the limit of 30 evaluations was reached", solution);
    assertTrue(system.evaluations() + " evaluations", system.evaluations() <= 30);
    assertTrue("some way was gone", solution.time() > 0);
  }

  @Test
  public void aStepBelowThePrecisionIsNamed() {
    AtomicInteger calls = new AtomicInteger();
    // no two evaluations agree, so no step is short enough
    OdeSystem jitter =
        (t, y, derivative) -> derivative.fill(calls.incrementAndGet() % 2 == 0 ? 1e9 : -1e9);
    assertFails(Status.STEP_TOO_SMALL, "the step became too small", solve(jitter, one(), MANY));
  }

  private static void assertFails(Status status, String words, Solution solution) {
    assertEquals(status, solution.status());
    OdeException error = assertThrows(OdeException.class, solution::requireSuccess);
    assertTrue(error.getMessage(), error.getMessage().contains(words));
    assertTrue(
        error.getMessage(),
        error.getMessage().contains("after " + solution.evaluations() + " evaluations"));
    assertEquals(solution, error.solution());
  }

  @Test
  public void itStopsBeforeTheEvaluationThatNobodyWants() {
    for (int wanted : new int[] {0, 1, 5, 20}) {
      CurvedProblem system = new CurvedProblem();
      Solution solution =
          solver(1e-8, MANY)
              .solve(
                  system,
                  CurvedProblem.solution(0),
                  0,
                  1,
                  StepListener.NONE,
                  () -> system.evaluations() >= wanted);
      assertEquals(Status.STOPPED, solution.status());
      assertThrows(StoppedException.class, solution::requireSuccess);
      assertEquals(wanted, system.evaluations());
    }
  }

  @Test
  public void itsMemoryIsGivenBackHoweverItEnds() {
    for (double velocity : new double[] {1, Double.NaN}) {
      HeapVector vector = new HeapVector(1);
      solve((t, y, derivative) -> derivative.fill(velocity), new State(vector), MANY);
      assertEquals("only the state itself is open", 1, vector.openInFamily());
    }
  }

  @Test
  public void methodsWithoutErrorEstimateAreRefused() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new AdaptiveSolver(ButcherTableau.RK4, new Tolerance(1e-4, 1e-4), MANY));
    assertTrue(error.getMessage(), error.getMessage().contains("rk4"));
  }

  @Test
  public void aLimitBelowTheFirstStepIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> solver(1e-4, 7));
  }

  @Test
  public void tolerancesOutOfRangeAreRefused() {
    for (double bad : new double[] {-1e-4, Double.NaN, 1, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Tolerance(bad, 1e-4));
    }
    for (double bad : new double[] {-1e-4, Double.NaN, 0, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Tolerance(1e-4, bad));
    }
  }

  @Test
  public void descriptionNamesMethodAndTolerances() {
    String description = solver(1e-4, MANY).description();
    assertTrue(description, description.startsWith("dopri5"));
    assertTrue(description, description.contains("0.000100000"));
  }
}
