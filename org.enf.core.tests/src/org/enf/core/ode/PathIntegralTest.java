package org.enf.core.ode;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.enf.core.ode.PathIntegral.Status;
import org.junit.Test;

/** Integrals of functions whose integral is known. */
public class PathIntegralTest {
  private static final int MANY = 10_000;

  private static PathIntegral integrated(
      DoubleUnaryOperator f, double tolerance, int maxEvaluations, double... edges) {
    PathIntegral integral = new PathIntegral(edges, new Tolerance(0, tolerance), maxEvaluations);
    Set<Double> asked = new HashSet<>();
    while (integral.wanted().length > 0) {
      double[] times = integral.wanted();
      for (double t : times) {
        assertTrue("no value is asked for twice", asked.add(t));
      }
      integral.give(Arrays.stream(times).map(f).toArray());
    }
    assertEquals(asked.size(), integral.evaluations());
    return integral;
  }

  /** A step of width 1/200 at t = 0.31, whose integral is known. */
  private static double step(double t) {
    return Math.tanh(200 * (t - 0.31));
  }

  private static double integralOfStep(double from, double to) {
    return (Math.log(Math.cosh(200 * (to - 0.31))) - Math.log(Math.cosh(200 * (from - 0.31))))
        / 200;
  }

  @Test
  public void theErrorIsWithinTheTolerance() {
    for (double tolerance : new double[] {1e-2, 1e-5, 1e-9}) {
      PathIntegral smooth = integrated(t -> Math.exp(3 * t), tolerance, MANY, 0, 0.4, 1);
      assertEquals(Status.REACHED, smooth.status());
      assertEquals((Math.exp(3) - 1) / 3, smooth.value(), tolerance);
      PathIntegral steep = integrated(PathIntegralTest::step, tolerance, MANY, 0, 0.4, 1);
      assertEquals(Status.REACHED, steep.status());
      assertEquals(integralOfStep(0, 1), steep.value(), tolerance);
      assertTrue(steep.error() <= tolerance);
    }
  }

  @Test
  public void onlyWhatIsSteepIsRefined() {
    PathIntegral smooth = integrated(t -> Math.exp(3 * t), 1e-6, MANY, 0, 0.4, 1);
    PathIntegral steep = integrated(PathIntegralTest::step, 1e-6, MANY, 0, 0.4, 1);
    assertTrue("" + smooth.evaluations(), smooth.evaluations() <= 17);
    assertTrue("" + steep.evaluations(), steep.evaluations() > 3 * smooth.evaluations());
    assertTrue("" + steep.evaluations(), steep.evaluations() < 200);
  }

  @Test
  public void relativeTolerancesAreOfTheIntegral() {
    PathIntegral integral = new PathIntegral(new double[] {0, 1}, new Tolerance(0.9, 1e-9), MANY);
    integral.give(Arrays.stream(integral.wanted()).map(t -> 1e6 * t * t * t * t).toArray());
    assertEquals(Status.REACHED, integral.status());
    assertEquals(5, integral.evaluations());
  }

  @Test
  public void theOtherWayRoundItIsTheNegative() {
    PathIntegral there = integrated(PathIntegralTest::step, 1e-6, MANY, 0, 0.4, 1);
    PathIntegral back = integrated(PathIntegralTest::step, 1e-6, MANY, 1, 0.4, 0);
    assertEquals(-there.value(), back.value(), 1e-12);
    assertEquals(there.evaluations(), back.evaluations());
  }

  @Test
  public void aCubicNeedsTheFirstNodesAlone() {
    PathIntegral integral = integrated(t -> t * t * t - t, 1e-12, MANY, 0, 0.5, 2);
    assertEquals(2, integral.value(), 1e-12);
    // five each, one of them shared
    assertEquals(9, integral.evaluations());
  }

  @Test
  public void theLimitOfEvaluationsIsKept() {
    PathIntegral integral = integrated(t -> Math.sin(1e6 * t), 1e-6, 100, 0, 1);
    assertEquals(Status.NOT_REACHED, integral.status());
    assertTrue(integral.evaluations() <= 100);
  }

  @Test
  public void aPoleEndsWhereTheArithmeticDoes() {
    PathIntegral integral =
        integrated(t -> t == 0 ? 0 : Math.pow(t, -0.999), 1e-9, Integer.MAX_VALUE, 0, 1);
    assertEquals(Status.NOT_REACHED, integral.status());
  }

  @Test
  public void aValueThatIsNoNumberEndsIt() {
    PathIntegral integral = integrated(t -> t < 0.5 ? 1 : Double.NaN, 1e-6, MANY, 0, 1);
    assertEquals(Status.NOT_FINITE, integral.status());
    assertEquals(5, integral.evaluations());
  }

  @Test
  public void answersMustFitTheQuestions() {
    PathIntegral integral = new PathIntegral(new double[] {0, 1}, new Tolerance(0, 1), MANY);
    assertThrows(IllegalArgumentException.class, () -> integral.give(new double[4]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PathIntegral(new double[] {0}, new Tolerance(0, 1), MANY));
  }
}
