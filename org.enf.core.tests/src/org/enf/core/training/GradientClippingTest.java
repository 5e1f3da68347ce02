package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.training.ClippingSettings.Adaptive;
import org.enf.core.training.ClippingSettings.GlobalNorm;
import org.enf.core.training.ClippingSettings.None;
import org.junit.Test;

public class GradientClippingTest {
  private static final Adaptive ADAPTIVE = new Adaptive(Adaptive.QM9_FIRST_NORM);

  @Test
  public void gradientOfUsualLengthStaysAsItIs() {
    GradientClipping clipping = new GradientClipping(ADAPTIVE, new double[] {10, 10, 10});
    double[] gradient = {3, 4};
    assertEquals(5, clipping.clip(gradient, 2), 0);
    assertArrayEquals(new double[] {3, 4}, gradient, 0);
  }

  @Test
  public void longGradientIsShortenedToOneAndAHalfTimesTheMeanPlusTwiceTheDeviation() {
    GradientClipping clipping = new GradientClipping(ADAPTIVE, new double[] {1, 3});
    double[] gradient = {300, 400};
    assertEquals(500, clipping.clip(gradient, 2), 0);
    assertEquals(1.5 * 2 + 2 * 1, GradientClipping.norm(gradient, 2), 1e-12);
    assertEquals("the direction stays", 0.75, gradient[0] / gradient[1], 1e-12);
    assertArrayEquals(new double[] {1, 3, 5}, clipping.norms(), 1e-12);
  }

  @Test
  public void fiftyNormsAreRemembered() {
    GradientClipping clipping = new GradientClipping(ADAPTIVE);
    assertArrayEquals(new double[] {3000}, clipping.norms(), 0);
    for (int i = 0; i < 60; i++) {
      clipping.clip(new double[] {i}, 1);
    }
    assertEquals(50, clipping.norms().length);
    assertEquals(10, clipping.norms()[0], 0);
    assertTrue(Double.isNaN(GradientClipping.norm(new double[] {Double.NaN, 1}, 2)));
  }

  @Test
  public void norm1e30IsNoLimitAtFirst() {
    GradientClipping clipping = new GradientClipping(new Adaptive(Adaptive.POSITIONAL_FIRST_NORM));
    double[] gradient = {1e20};
    clipping.clip(gradient, 1);
    assertEquals(1e20, gradient[0], 0);
  }

  @Test
  public void globalNormIsTheLargestLengthAlways() {
    GradientClipping clipping = new GradientClipping(new GlobalNorm(2));
    for (int i = 0; i < 3; i++) {
      double[] gradient = {-30, 40};
      clipping.clip(gradient, 2);
      assertArrayEquals(new double[] {-1.2, 1.6}, gradient, 1e-12);
    }
    double[] shorter = {1, 1};
    clipping.clip(shorter, 2);
    assertArrayEquals(new double[] {1, 1}, shorter, 0);
    assertEquals(0, clipping.norms().length);
  }

  @Test
  public void withoutClippingEveryGradientStays() {
    double[] gradient = {1e100, -1e100};
    new GradientClipping(new None()).clip(gradient, 2);
    assertArrayEquals(new double[] {1e100, -1e100}, gradient, 0);
  }

  @Test
  public void elementsBehindTheLengthAreNeitherMeasuredNorShortened() {
    double[] gradient = {3, 4, 1000};
    assertEquals(5, new GradientClipping(new GlobalNorm(1)).clip(gradient, 2), 0);
    assertArrayEquals(new double[] {0.6, 0.8, 1000}, gradient, 1e-12);
  }

  @Test
  public void impossibleSettingsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new GlobalNorm(0));
    assertThrows(IllegalArgumentException.class, () -> new GlobalNorm(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Adaptive(-1));
    assertThrows(
        IllegalArgumentException.class, () -> new GradientClipping(ADAPTIVE, new double[51]));
    assertThrows(
        IllegalArgumentException.class, () -> new GradientClipping(ADAPTIVE, new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> new GradientClipping(new None(), new double[1]));
  }
}
