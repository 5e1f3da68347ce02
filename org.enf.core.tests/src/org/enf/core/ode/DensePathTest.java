package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

/** The states of a solve that is over. */
public class DensePathTest {
  private static final OdeSolver SOLVER =
      new AdaptiveSolver(ButcherTableau.DOPRI5, new Tolerance(1e-6, 1e-6), 10_000);

  private static DensePath[] paths(CurvedEnsemble system, double from, double to) {
    DensePath[] paths = {new DensePath(), new DensePath()};
    List<Solution> solutions =
        SOLVER.solveEach(
            system,
            system.solution(from),
            from,
            to,
            (member, step) -> paths[member].add(step, 1),
            StopSignal.NEVER);
    solutions.forEach(Solution::requireSuccess);
    return paths;
  }

  @Test
  public void itPassesThroughTheStatesOfATrajectory() {
    CurvedEnsemble system = new CurvedEnsemble(1, 0.4);
    for (double[] times : new double[][] {{0, 0.31, 0.9, 1}, {1, 0.77, 0.2, 0}}) {
      DensePath[] paths = paths(system, times[0], times[3]);
      Trajectory trajectory =
          Trajectory.of(SOLVER, system, system.solution(times[0]), times, StopSignal.NEVER);
      for (int k = 0; k < times.length; k++) {
        double[] states = trajectory.state(k).part(1);
        for (int m = 0; m < 2; m++) {
          double[] state = paths[m].state(times[k]);
          assertArrayEquals(new double[] {states[2 * m], states[2 * m + 1]}, state, 1e-14);
        }
      }
    }
  }

  @Test
  public void knotsAreWhereTheStepsMeet() {
    CurvedEnsemble system = new CurvedEnsemble(1, 0.4);
    DensePath path = paths(system, 0, 1)[0];
    double[] each = path.knots(1);
    assertEquals(0, each[0], 0);
    assertEquals(1, each[each.length - 1], 1e-15);
    double[] some = path.knots(3);
    assertEquals((each.length - 1 + 2) / 3, some.length - 1);
    int at = 0;
    for (double knot : some) {
      while (at < each.length && each[at] < knot) {
        at++;
      }
      assertEquals(each[at], knot, 0);
    }
    assertArrayEquals(new double[] {0, each[each.length - 1]}, path.knots(1000), 0);
  }

  @Test
  public void withoutStepsThereIsNoState() {
    DensePath path = new DensePath();
    assertThrows(IllegalStateException.class, () -> path.state(0));
    assertThrows(IllegalStateException.class, () -> path.knots(1));
  }
}
