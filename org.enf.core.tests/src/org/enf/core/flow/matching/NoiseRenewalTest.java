package org.enf.core.flow.matching;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Random;
import org.enf.core.egnn.BatchShape;
import org.junit.Test;

/** What is distributed as the paths are at one time is so at another after a renewal. */
public class NoiseRenewalTest {
  private static final List<ProbabilityPath> PATHS =
      List.of(LinearPath.EXACT, new LinearPath(0.15), new TrigonometricPath());
  private static final BatchShape SHAPE = new BatchShape(2, 1);
  private static final double FROM = 0.3;
  private static final double TO = 0.65;

  private static double[] renewed(double[] rows, double from, double to, double[] noise) {
    double[] result = rows.clone();
    new NoiseRenewal(new ConditionalPath(PATHS)).renew(SHAPE, result, from, to, noise);
    return result;
  }

  @Test
  public void dataKeepTheirShareOfThePath() {
    double[] data = new Random(1).doubles(9, -2, 2).toArray();
    double[] rows = new double[9];
    double[] expected = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = PATHS.get(i % 3).dataShare(FROM) * data[i];
      expected[i] = PATHS.get(i % 3).dataShare(TO) * data[i];
    }
    assertArrayEquals(expected, renewed(rows, FROM, TO, new double[9]), 1e-12);
  }

  @Test
  public void oldAndFreshNoiseTogetherHaveTheDeviationOfThePath() {
    double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    double[] fresh = renewed(new double[9], FROM, TO, ones);
    double[] old = new double[9];
    for (int i = 0; i < 9; i++) {
      old[i] = PATHS.get(i % 3).noiseShare(FROM);
    }
    double[] kept = renewed(old, FROM, TO, new double[9]);
    for (int i = 0; i < 9; i++) {
      assertEquals(PATHS.get(i % 3).noiseShare(TO), Math.hypot(kept[i], fresh[i]), 1e-12);
    }
  }

  @Test
  public void noStepBackChangesNothing() {
    double[] rows = new Random(2).doubles(9, -2, 2).toArray();
    assertArrayEquals(rows, renewed(rows, FROM, FROM, new Random(3).doubles(9).toArray()), 1e-7);
  }

  @Test
  public void atTheEndThereIsNothingButFreshNoise() {
    double[] rows = new Random(4).doubles(9, -2, 2).toArray();
    double[] noise = new Random(5).doubles(9, -2, 2).toArray();
    assertArrayEquals(noise, renewed(rows, FROM, 1, noise), 1e-12);
  }
}
