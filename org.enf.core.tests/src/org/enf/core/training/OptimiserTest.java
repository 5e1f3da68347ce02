package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class OptimiserTest {
  @Test
  public void firstStepOfAdamIsTheLearningRateInEachDirection() {
    double[] parameters = {1, 1, 1};
    new AdamW(OptimiserSettings.PAPER, 3).step(parameters, new double[] {5, -0.01, 0}, 0.1);
    assertArrayEquals(new double[] {0.9, 1.1, 1}, parameters, 1e-6);
  }

  @Test
  public void adamFollowsItsFormula() {
    double[] gradients = {1, -3, 0.5, 2};
    double[] parameters = {0};
    AdamW adam = new AdamW(OptimiserSettings.PAPER, 1);
    double expected = 0;
    double m = 0;
    double v = 0;
    double largest = 0;
    for (int t = 1; t <= gradients.length; t++) {
      double g = gradients[t - 1];
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      largest = Math.max(largest, v);
      double mean = m / (1 - Math.pow(0.9, t));
      double scale = Math.sqrt(largest) / Math.sqrt(1 - Math.pow(0.999, t)) + 1e-8;
      expected -= 0.01 * mean / scale;
      adam.step(parameters, new double[] {g}, 0.01);
    }
    assertEquals(expected, parameters[0], 1e-12);
    assertEquals(4, adam.steps());
  }

  @Test
  public void adamFindsTheMinimumOfAParabola() {
    double[] parameters = {3, -2};
    AdamW adam = new AdamW(OptimiserSettings.PAPER, 2);
    for (int i = 0; i < 2000; i++) {
      adam.step(parameters, new double[] {2 * (parameters[0] - 1), 20 * parameters[1]}, 0.01);
    }
    assertArrayEquals(new double[] {1, 0}, parameters, 1e-3);
  }

  @Test
  public void withoutAmsgradTheLastMeanSquareCounts() {
    OptimiserSettings plain = new OptimiserSettings(0.9, 0.5, 1e-8, 0, false);
    double[] parameters = {0};
    AdamW adam = new AdamW(plain, 1);
    double m = 0;
    double v = 0;
    double expected = 0;
    double[] gradients = {10, 1, 1, 1};
    for (int t = 1; t <= gradients.length; t++) {
      double g = gradients[t - 1];
      m = 0.9 * m + 0.1 * g;
      v = 0.5 * v + 0.5 * g * g;
      double scale = Math.sqrt(v / (1 - Math.pow(0.5, t))) + 1e-8;
      expected -= 0.01 * m / (1 - Math.pow(0.9, t)) / scale;
      adam.step(parameters, new double[] {g}, 0.01);
    }
    assertEquals(expected, parameters[0], 1e-12);
    assertEquals("nothing is kept that is not used", 0, adam.largestSecondMoment().length);
  }

  @Test
  public void weightDecayDrawsWeightsToZeroByTheLearningRate() {
    double[] parameters = {2};
    new AdamW(new OptimiserSettings(0.9, 0.999, 1e-8, 0.1, true), 1)
        .step(parameters, new double[1], 0.5);
    assertEquals(2 - 0.5 * 0.1 * 2, parameters[0], 1e-12);
  }

  @Test
  public void impossibleOptimisersAreRefused() {
    refused("beta1", () -> new OptimiserSettings(1, 0.9, 1e-8, 0, true));
    refused("beta2", () -> new OptimiserSettings(0.9, -0.1, 1e-8, 0, true));
    refused("epsilon", () -> new OptimiserSettings(0.9, 0.9, 0, 0, true));
    refused("weight decay", () -> new OptimiserSettings(0.9, 0.9, 1e-8, Double.NaN, true));
  }

  private static void refused(String name, ThrowingRunnable settings) {
    String message = assertThrows(IllegalArgumentException.class, settings).getMessage();
    assertTrue(message, message.contains(name));
  }
}
