package org.enf.core.flow.matching;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.Test;

public class TimeDistributionTest {
  private static final int COUNT = 32;

  @Test
  public void uniformTimesHaveOneInEachInterval() {
    double[] times = new TimeDistribution.Uniform().sample(COUNT, new SplittableRandom(1));
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    for (int k = 0; k < COUNT; k++) {
      assertEquals(k, (int) (sorted[k] * COUNT));
    }
    assertFalse("which has which is random", Arrays.equals(times, sorted));
  }

  @Test
  public void eachPlaceHasUniformTimesInTheLongRun() {
    SplittableRandom random = new SplittableRandom(2);
    double sum = 0;
    int rounds = 4000;
    for (int k = 0; k < rounds; k++) {
      sum += new TimeDistribution.Uniform().sample(COUNT, random)[0];
    }
    assertEquals(0.5, sum / rounds, 4 * 0.289 / Math.sqrt(rounds));
  }

  @Test
  public void logitsOfLogitNormalTimesHaveTheirMeanAndDeviation() {
    int count = 20_000;
    double[] times =
        new TimeDistribution.LogitNormal(-1, 0.5).sample(count, new SplittableRandom(3));
    double[] logits = Arrays.stream(times).map(t -> Math.log(t / (1 - t))).toArray();
    double mean = Arrays.stream(logits).average().orElseThrow();
    double square = Arrays.stream(logits).map(u -> (u - mean) * (u - mean)).sum() / count;
    assertEquals(-1, mean, 0.02);
    assertEquals(0.5, Math.sqrt(square), 0.02);
    assertTrue(Arrays.stream(times).allMatch(t -> t > 0 && t < 1));
  }

  @Test
  public void impossibleSettingsAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new TimeDistribution.LogitNormal(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new TimeDistribution.LogitNormal(0, 0));
  }
}
