package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.Test;

/** The rules of the quadrature. */
public class ClenshawCurtisTest {
  private static final int[] INTERVALS = {2, 4, 8, 16};

  private static double integral(int intervals, DoubleUnaryOperator f) {
    double[] weights = ClenshawCurtis.weights(intervals);
    double sum = 0;
    for (int k = 0; k <= intervals; k++) {
      sum += weights[k] * f.applyAsDouble(ClenshawCurtis.node(k, intervals));
    }
    return sum;
  }

  @Test
  public void polynomialsUpToTheDegreeAreIntegratedExactlyAndNoFurther() {
    for (int intervals : INTERVALS) {
      for (int degree = 0; degree <= intervals + 1; degree++) {
        int power = degree;
        double exact = degree % 2 == 0 ? 2.0 / (degree + 1) : 0;
        assertEquals(
            intervals + " intervals, degree " + degree,
            exact,
            integral(intervals, x -> Math.pow(x, power)),
            1e-14);
      }
      int next = intervals + 2;
      assertTrue(Math.abs(integral(intervals, x -> Math.pow(x, next)) - 2.0 / (next + 1)) > 1e-10);
    }
  }

  @Test
  public void weightsArePositive() {
    for (int intervals : INTERVALS) {
      assertTrue(Arrays.stream(ClenshawCurtis.weights(intervals)).allMatch(w -> w > 0));
    }
  }

  @Test
  public void aRuleHasTheNodesOfTheOneBeforeToTheBit() {
    for (int intervals : INTERVALS) {
      for (int k = 0; k <= intervals; k++) {
        assertEquals(
            ClenshawCurtis.node(k, intervals), ClenshawCurtis.node(2 * k, 2 * intervals), 0);
      }
      assertEquals(-1, ClenshawCurtis.node(0, intervals), 0);
      assertEquals(1, ClenshawCurtis.node(intervals, intervals), 0);
    }
  }
}
