package org.enf.core.flow.matching;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Collections;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.testing.Closeness;
import org.enf.core.testing.Normals;
import org.junit.Test;

public class ConditionalPathTest {
  private static final BatchShape SHAPE = new BatchShape(2, 3);
  private static final int WIDTH = 5;
  private static final double[] DATA = Normals.of(5 * WIDTH, 1);
  private static final double[] NOISE = Normals.of(5 * WIDTH, 2);
  private static final double[] TIME = {0.2, 0.7};
  private static final List<ProbabilityPath> PATHS =
      List.of(LinearPath.EXACT, new LinearPath(0.1), new TrigonometricPath());

  private static final LinearPath SMOOTH = new LinearPath(0.1);

  private static ConditionalPath all(ProbabilityPath path) {
    return new ConditionalPath(Collections.nCopies(WIDTH, path));
  }

  private record Point(double[] state, double[] velocity) {}

  private static Point at(ConditionalPath path, double[] time) {
    double[] state = new double[DATA.length];
    double[] velocity = new double[DATA.length];
    path.at(SHAPE, time, DATA, NOISE, state, velocity);
    return new Point(state, velocity);
  }

  @Test
  public void pathsGoFromDataToNoise() {
    for (ProbabilityPath path : PATHS) {
      ConditionalPath both = all(path);
      assertArrayEquals(path.words(), NOISE, at(both, new double[] {1, 1}).state(), 1e-12);
      double left = path instanceof LinearPath line ? line.sigmaMin() : 0;
      double[] start = at(both, new double[2]).state();
      for (int k = 0; k < start.length; k++) {
        assertEquals(path.words(), DATA[k] + left * NOISE[k], start[k], 1e-12);
      }
    }
  }

  @Test
  public void velocityIsTheDerivativeOfThePath() {
    double step = 1e-6;
    for (ProbabilityPath path : PATHS) {
      ConditionalPath both = all(path);
      double[] before = at(both, new double[] {TIME[0] - step, TIME[1] - step}).state();
      double[] after = at(both, new double[] {TIME[0] + step, TIME[1] + step}).state();
      double[] expected = new double[before.length];
      for (int k = 0; k < expected.length; k++) {
        expected[k] = (after[k] - before[k]) / (2 * step);
      }
      Closeness.assertClose(path.words(), expected, at(both, TIME).velocity(), 1e-8);
    }
  }

  @Test
  public void linearPathIsTheStraightLineOfEachMoleculesTime() {
    Point found =
        at(
            new ConditionalPath(
                List.of(SMOOTH, SMOOTH, SMOOTH, LinearPath.EXACT, LinearPath.EXACT)),
            TIME);
    for (int k = 0; k < DATA.length; k++) {
      double t = k < 2 * WIDTH ? 0.2 : 0.7;
      double sigma = k % WIDTH < 3 ? 0.1 : 0;
      assertEquals(
          (1 - t) * DATA[k] + (sigma + (1 - sigma) * t) * NOISE[k], found.state()[k], 1e-12);
      assertEquals((1 - sigma) * NOISE[k] - DATA[k], found.velocity()[k], 1e-12);
    }
  }

  @Test
  public void trigonometricPathKeepsTheVariance() {
    TrigonometricPath path = new TrigonometricPath();
    for (double t = 0; t <= 1; t += 0.125) {
      assertEquals(1, Math.hypot(path.dataShare(t), path.noiseShare(t)), 1e-12);
    }
  }

  @Test
  public void impossibleSigmaIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LinearPath(1));
    assertThrows(IllegalArgumentException.class, () -> new LinearPath(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new LinearPath(Double.NaN));
  }
}
