package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class OptimiserTest {
  @Test
  public void firstStepOfAdamIsTheLearningRateInEachDirection() {
    double[] parameters = {1, 1, 1};
    new AdamW(3).step(parameters, new double[] {5, -0.01, 0}, 0.1);
    assertArrayEquals(new double[] {0.9, 1.1, 1}, parameters, 1e-6);
  }

  @Test
  public void adamFollowsItsFormula() {
    double[] gradients = {1, -3, 0.5, 2};
    double[] parameters = {0};
    AdamW adam = new AdamW(1);
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
    AdamW adam = new AdamW(2);
    for (int i = 0; i < 2000; i++) {
      adam.step(parameters, new double[] {2 * (parameters[0] - 1), 20 * parameters[1]}, 0.01);
    }
    assertArrayEquals(new double[] {1, 0}, parameters, 1e-3);
  }

  @Test
  public void gradientOfUsualLengthStaysAsItIs() {
    GradientClipping clipping = new GradientClipping(new double[] {10, 10, 10});
    double[] gradient = {3, 4};
    assertEquals(5, clipping.clip(gradient), 0);
    assertArrayEquals(new double[] {3, 4}, gradient, 0);
  }

  @Test
  public void longGradientIsShortenedToOneAndAHalfTimesTheMeanPlusTwiceTheDeviation() {
    GradientClipping clipping = new GradientClipping(new double[] {1, 3});
    double[] gradient = {300, 400};
    assertEquals(500, clipping.clip(gradient), 0);
    assertEquals(1.5 * 2 + 2 * 1, GradientClipping.norm(gradient), 1e-12);
    assertEquals("the direction stays", 0.75, gradient[0] / gradient[1], 1e-12);
    assertArrayEquals(new double[] {1, 3, 5}, clipping.norms(), 1e-12);
  }

  @Test
  public void clippingRemembersFiftyNorms() {
    GradientClipping clipping = new GradientClipping();
    for (int i = 0; i < 60; i++) {
      clipping.clip(new double[] {i});
    }
    assertEquals(50, clipping.norms().length);
    assertEquals(10, clipping.norms()[0], 0);
    assertTrue(Double.isNaN(GradientClipping.norm(new double[] {Double.NaN, 1})));
  }
}
