package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class BootstrapTest {
  @Test
  public void intervalCoversTheTruthAboutAsOftenAsItSays() {
    double truth = 0.3;
    Random random = new Random(11);
    int covered = 0;
    for (int trial = 0; trial < 200; trial++) {
      int[] successes = draws(random, 300, truth);
      Interval interval =
          new Bootstrap(300, trial, 0.95).ratioOfSums(successes, ones(300)).orElseThrow();
      covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }
    assertTrue("covered " + covered + " of 200", covered >= 180 && covered < 200);
  }

  @Test
  public void widthIsThatOfTheNormalApproximation() {
    int[] successes = new int[2000];
    Arrays.fill(successes, 0, 1000, 1);
    Interval interval = Bootstrap.withSeed(3).ratioOfSums(successes, ones(2000)).orElseThrow();
    double expected = 2 * 1.96 * Math.sqrt(0.25 / 2000);
    assertEquals(expected, interval.high() - interval.low(), 0.1 * expected);
    assertEquals(0.5, 0.5 * (interval.low() + interval.high()), 0.002);
  }

  @Test
  public void sameSeedGivesTheSameInterval() {
    int[] stable = new int[500];
    int[] atoms = new int[500];
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] = 5 + i % 17;
      stable[i] = atoms[i] - i % 5;
    }
    Optional<Interval> first = Bootstrap.withSeed(7).ratioOfSums(stable, atoms);
    assertEquals(first, Bootstrap.withSeed(7).ratioOfSums(stable, atoms));
    assertNotEquals(first, Bootstrap.withSeed(8).ratioOfSums(stable, atoms));
  }

  @Test
  public void observationsWeighByTheirDenominators() {
    Interval interval =
        Bootstrap.withSeed(1)
            .ratioOfSums(new int[] {10, 20, 30}, new int[] {20, 40, 60})
            .orElseThrow();
    assertEquals(0.5, interval.low(), 0);
    assertEquals(0.5, interval.high(), 0);
  }

  @Test
  public void nothingHasNoInterval() {
    assertEquals(Optional.empty(), Bootstrap.withSeed(1).ratioOfSums(new int[0], new int[0]));
  }

  @Test
  public void senselessSettingsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(0, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(10, 1, Double.NaN));
  }

  private static int[] draws(Random random, int count, double probability) {
    int[] draws = new int[count];
    Arrays.setAll(draws, i -> random.nextDouble() < probability ? 1 : 0);
    return draws;
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
