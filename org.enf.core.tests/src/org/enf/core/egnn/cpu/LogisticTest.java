package org.enf.core.egnn.cpu;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import org.junit.Test;

/** The rational approximation of the logistic function, and what the kernels make of it. */
public final class LogisticTest {
  /** Rounding of floats near 1 and the error of the approximation. */
  private static final double TOLERANCE = 3e-7;

  /** Even beyond the arguments where the approximation is cut off. */
  private static final float END = 40;

  private static final int POINTS = 400_001;

  private static float[] grid() {
    float[] grid = new float[POINTS];
    for (int k = 0; k < POINTS; k++) {
      grid[k] = (float) (-END + 2.0 * END * k / (POINTS - 1));
    }
    return grid;
  }

  private static double logistic(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  public void errorIsBelowThreeTenMillionths() {
    for (float z : grid()) {
      assertEquals("logistic of " + z, logistic(z), Logistic.of(z), TOLERANCE);
      assertEquals("tanh of " + z, Math.tanh(z), Logistic.tanh(z), 2 * TOLERANCE);
    }
  }

  @Test
  public void valuesStayInTheirRange() {
    for (float z : grid()) {
      assertTrue("" + z, Logistic.of(z) >= 0 && Logistic.of(z) <= 1);
      assertTrue("" + z, Math.abs(Logistic.tanh(z)) <= 1);
    }
  }

  @Test
  public void slopeVanishesForLargeArguments() {
    for (float z : new float[] {19, -19, 100, -1e30f, Float.POSITIVE_INFINITY}) {
      float s = Logistic.of(z);
      assertEquals("" + z, 0, s * (1 - s), 0);
    }
  }

  @Test
  public void whatIsNoNumberStaysNone() {
    assertTrue(Float.isNaN(Logistic.of(Float.NaN)));
    assertTrue(Float.isNaN(Logistic.tanh(Float.NaN)));
  }

  @Test
  public void plainSiluAndItsDerivativesAreClose() {
    siluIsClose(Kernels.Kind.PLAIN);
  }

  @Test
  public void vectorSiluAndItsDerivativesAreClose() {
    assumeTrue(
        "the JVM was started without jdk.incubator.vector",
        Kernels.Kind.best() == Kernels.Kind.VECTOR);
    siluIsClose(Kernels.Kind.VECTOR);
  }

  private static void siluIsClose(Kernels.Kind kind) {
    Kernels kernels = kind.create();
    float[] z = grid();
    int panel = kernels.matrices().panel();
    int count = POINTS / panel * panel;
    float[] y = new float[POINTS];
    float[] slope = new float[POINTS];
    float[] curvedY = new float[POINTS];
    float[] curvedSlope = new float[POINTS];
    float[] curve = new float[POINTS];
    kernels.activations().silu(z, 0, count, y, 0, slope, 0);
    kernels.activations().siluCurved(z, 0, count, curvedY, curvedSlope, 0, curve);
    for (int k = 0; k < count; k++) {
      double s = logistic(z[k]);
      double both = s * (1 - s);
      double scale = TOLERANCE * (1 + Math.abs(z[k]));
      assertEquals("silu of " + z[k], z[k] * s, y[k], scale);
      assertEquals("its slope", s + z[k] * both, slope[k], scale);
      assertEquals("its curvature", both * (2 + z[k] * (1 - 2 * s)), curve[k], 2 * scale);
      assertEquals("silu with curvature", y[k], curvedY[k], scale);
      assertEquals("slope with curvature", slope[k], curvedSlope[k], scale);
    }
  }
}
