package org.enf.core.ode;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.junit.Test;

/** The coefficients of the Runge-Kutta methods. */
public class ButcherTableauTest {
  private static final double ROUNDING = 1e-14;
  private static final double END = 1.5;

  @Test
  public void everyMethodHasTheOrderItSays() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      assertEquals(tableau.name(), tableau.order(), slopeOfError(tableau), 0.15);
    }
  }

  /** The slope of the line through log error over log step, by least squares. */
  private static double slopeOfError(ButcherTableau tableau) {
    // where the leading term of the error rules and rounding does not yet
    int first =
        switch (tableau.order()) {
          case 1 -> 1600;
          case 2 -> 200;
          case 4 -> 150;
          default -> 50;
        };
    int points = 5;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int k = 0; k < points; k++) {
      int steps = (int) Math.round(first * Math.pow(1.5, k));
      State state = CurvedProblem.solution(0);
      new FixedStepSolver(tableau, steps)
          .solve(new CurvedProblem(), state, 0, END, StepListener.NONE, StopSignal.NEVER)
          .requireSuccess();
      x[k] = Math.log(1.0 / steps);
      y[k] = Math.log(CurvedProblem.error(state, END));
    }
    double meanX = mean(x);
    double meanY = mean(y);
    double products = 0;
    double squares = 0;
    for (int k = 0; k < points; k++) {
      products += (x[k] - meanX) * (y[k] - meanY);
      squares += (x[k] - meanX) * (x[k] - meanX);
    }
    return products / squares;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Test
  public void weightsIntegratePowersOfTimeUpToTheOrder() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      for (int power = 0; power < tableau.order(); power++) {
        assertEquals(
            tableau + ", t^" + power,
            1.0 / (power + 1),
            moment(tableau, tableau::b, power),
            ROUNDING);
      }
    }
  }

  @Test
  public void embeddedMethodIsOneOrderLower() {
    ButcherTableau dopri5 = ButcherTableau.DOPRI5;
    for (int power = 0; power < 4; power++) {
      assertEquals("t^" + power, 0, moment(dopri5, dopri5::error, power), ROUNDING);
    }
    assertTrue("t^4 tells the error", Math.abs(moment(dopri5, dopri5::error, 4)) > 1e-5);
  }

  /** Σ weight·c^power. */
  private static double moment(ButcherTableau tableau, IntToDoubleFunction weight, int power) {
    double sum = 0;
    for (int i = 0; i < tableau.stages(); i++) {
      sum += weight.applyAsDouble(i) * Math.pow(tableau.c(i), power);
    }
    return sum;
  }

  @Test
  public void nodesAreTheRowSums() {
    assertNodes(ButcherTableau.RK4, 0, 0.5, 0.5, 1);
    assertNodes(ButcherTableau.DOPRI5, 0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1);
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      for (int i = 0; i < tableau.stages(); i++) {
        double sum = 0;
        for (int j = 0; j < i; j++) {
          sum += tableau.a(i, j);
        }
        assertEquals(tableau + ", row " + i, tableau.c(i), sum, ROUNDING);
      }
    }
  }

  private static void assertNodes(ButcherTableau tableau, double... nodes) {
    double[] found = new double[tableau.stages()];
    for (int i = 0; i < found.length; i++) {
      found[i] = tableau.c(i);
    }
    assertArrayEquals(tableau.name(), nodes, found, ROUNDING);
  }

  @Test
  public void onlyDormandPrinceEstimatesItsErrorAndKeepsItsLastStage() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      boolean dopri5 = tableau == ButcherTableau.DOPRI5;
      assertEquals(tableau.name(), dopri5, tableau.estimatesError());
      assertEquals(tableau.name(), dopri5, tableau.firstSameAsLast());
    }
  }

  @Test
  public void methodsAreFoundByName() {
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      assertSame(tableau, ButcherTableau.named(tableau.name()));
    }
  }

  @Test
  public void anUnknownNameIsAnsweredWithTheKnownOnes() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ButcherTableau.named("rk45"));
    assertTrue(error.getMessage(), error.getMessage().contains("'rk45'"));
    for (ButcherTableau tableau : ButcherTableau.ALL) {
      assertTrue(error.getMessage(), error.getMessage().contains(tableau.name()));
    }
  }

  @Test
  public void weightsThatDoNotSumToOneAreRefused() {
    refused("the weights sum to 1.5", new double[][] {{}, {1}}, new double[] {0.5, 1}, null);
  }

  @Test
  public void embeddedWeightsThatDoNotSumToOneAreRefused() {
    refused(
        "the weights sum to 0.5",
        new double[][] {{}, {1}},
        new double[] {0.5, 0.5},
        new double[] {0.25, 0.25});
  }

  @Test
  public void rowsThatAreNotExplicitAreRefused() {
    refused(
        "row 1 of a must have 1 entries",
        new double[][] {{}, {0.5, 0.5}},
        new double[] {0.5, 0.5},
        null);
  }

  private static void refused(String reason, double[][] a, double[] b, double[] embedded) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ButcherTableau("mine", 2, a, b, embedded, null));
    assertTrue(error.getMessage(), error.getMessage().startsWith("mine: " + reason));
  }
}
