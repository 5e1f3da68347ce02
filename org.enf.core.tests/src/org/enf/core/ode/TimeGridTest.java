package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.testing.HeapVector;
import org.junit.Test;

public class TimeGridTest {
  private static final int STEPS = 8;

  @Test
  public void timesAreThoseOfThePower() {
    TimeGrid grid = new TimeGrid(2);
    for (int k = 0; k <= STEPS; k++) {
      double share = (double) k / STEPS;
      assertEquals(share * share, grid.at(k, STEPS, 0, 1), 1e-15);
      assertEquals((1 - share) * (1 - share), grid.at(k, STEPS, 1, 0), 1e-15);
    }
  }

  @Test
  public void lengthsLeadFromEachTimeToTheNextAndShrinkTowardsTheData() {
    TimeGrid grid = new TimeGrid(1.5);
    for (int k = 0; k < STEPS; k++) {
      assertEquals(
          grid.at(k + 1, STEPS, 1, 0),
          grid.at(k, STEPS, 1, 0) + grid.length(k, STEPS, 1, 0),
          1e-15);
      if (k > 0) {
        assertTrue(-grid.length(k, STEPS, 1, 0) < -grid.length(k - 1, STEPS, 1, 0));
      }
    }
    assertEquals(0, grid.at(STEPS, STEPS, 1, 0), 0);
  }

  @Test
  public void equalStepsAlsoGoFromNegativeTimes() {
    assertEquals(0.5, TimeGrid.EQUAL.at(3, 4, -1, 1), 1e-15);
    assertEquals(0.5, TimeGrid.EQUAL.length(3, 4, -1, 1), 1e-15);
  }

  /** dy/dt = 1/√(t + 0.001) has its difficulty at t = 0, where the grid has its short steps. */
  @Test
  public void solverIsMoreExactWhereTheGridIsFine() {
    assertTrue(error(new TimeGrid(2)) < 0.5 * error(TimeGrid.EQUAL));
  }

  private static double error(TimeGrid grid) {
    FixedStepSolver solver = new FixedStepSolver(ButcherTableau.MIDPOINT, STEPS, grid);
    HeapVector y = new HeapVector(0);
    solver
        .solve(
            (t, state, slope) -> slope.part(0).fill(1 / Math.sqrt(t + 1e-3)),
            new State(y),
            0,
            1,
            StepListener.NONE,
            StopSignal.NEVER)
        .requireSuccess();
    return Math.abs(y.toArray()[0] - 2 * (Math.sqrt(1.001) - Math.sqrt(0.001)));
  }

  @Test
  public void impossiblePowerIsRefused() {
    for (double power : new double[] {0, -1, 11, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new TimeGrid(power));
    }
  }
}
