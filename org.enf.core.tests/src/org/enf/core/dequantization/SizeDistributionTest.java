package org.enf.core.dequantization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.Test;

/** The distribution of the number of atoms. */
public class SizeDistributionTest {
  private static final SizeDistribution SIZES =
      SizeDistribution.of(new int[] {5, 3, 5, 9, 5, 3, 5, 5, 5, 5});

  /** The counts of the paper's 100,000 training molecules. */
  private static final int[][] QM9 = {
    {3, 1},
    {4, 4},
    {5, 5},
    {6, 9},
    {7, 16},
    {8, 49},
    {9, 124},
    {10, 362},
    {11, 807},
    {12, 1689},
    {13, 3060},
    {14, 5136},
    {15, 7796},
    {16, 10644},
    {17, 13025},
    {18, 13364},
    {19, 13832},
    {20, 9482},
    {21, 9970},
    {22, 3393},
    {23, 4848},
    {24, 539},
    {25, 1506},
    {26, 48},
    {27, 266},
    {29, 25}
  };

  @Test
  public void probabilitiesAreTheShares() {
    assertEquals(Math.log(0.7), SIZES.logProbability(5), 1e-15);
    assertEquals(Math.log(0.2), SIZES.logProbability(3), 1e-15);
    assertEquals(Map.of(3, 2L, 5, 7L, 9, 1L), SIZES.counts());
  }

  @Test
  public void aSizeThatNeverOccurredHasNoProbability() {
    assertEquals(Double.NEGATIVE_INFINITY, SIZES.logProbability(4), 0);
    assertFalse(SIZES.contains(4));
    assertTrue(SIZES.contains(9));
  }

  @Test
  public void entropyOfThePapersTrainingSetIsThePapers() {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    for (int[] entry : QM9) {
      counts.put(entry[0], (long) entry[1]);
    }
    SizeDistribution distribution = new SizeDistribution(counts);
    double entropy = 0;
    for (int size : counts.keySet()) {
      double log = distribution.logProbability(size);
      entropy -= Math.exp(log) * log;
    }
    assertEquals(2.4757, entropy, 5e-5);
  }

  @Test
  public void samplesFollowTheProbabilities() {
    int n = 50_000;
    Random random = new Random(3);
    TreeMap<Integer, Integer> drawn = new TreeMap<>();
    for (int k = 0; k < n; k++) {
      drawn.merge(SIZES.sample(random), 1, Integer::sum);
    }
    assertEquals(SIZES.counts().keySet(), drawn.keySet());
    for (int size : drawn.keySet()) {
      double p = Math.exp(SIZES.logProbability(size));
      // five standard deviations of a binomial share
      assertEquals(
          "share of " + size, p, (double) drawn.get(size) / n, 5 * Math.sqrt(p * (1 - p) / n));
    }
  }

  @Test
  public void countsThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SizeDistribution.of(new int[0]));
    refused(0, 4);
    refused(5, 0);
    refused(5, -1);
  }

  private static void refused(int size, long count) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SizeDistribution(new TreeMap<>(Map.of(size, count, 3, 2L))));
    assertTrue(error.getMessage(), error.getMessage().contains(count + " with " + size));
  }

  @Test
  public void equalCountsAreEqualDistributions() {
    SizeDistribution same = new SizeDistribution(new TreeMap<>(Map.of(3, 2L, 5, 7L, 9, 1L)));
    assertEquals(SIZES, same);
    assertEquals(SIZES.hashCode(), same.hashCode());
  }

  @Test
  public void rangeKeepsTheRatiosOfItsSizes() {
    SizeDistribution sizes = SizeDistribution.of(new int[] {3, 5, 5, 7, 9});
    SizeDistribution middle = sizes.within(4, 7);
    assertEquals(Math.log(2.0 / 3), middle.logProbability(5), 1e-12);
    assertEquals(Math.log(1.0 / 3), middle.logProbability(7), 1e-12);
    assertFalse(middle.contains(9));
  }

  @Test
  public void rangeWithoutASizeIsRefusedWithWhatThereIs() {
    SizeDistribution sizes = SizeDistribution.of(new int[] {3, 9});
    for (int[] range : new int[][] {{4, 8}, {8, 4}, {10, 20}}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> sizes.within(range[0], range[1]));
      assertTrue(refused.getMessage().contains("3 to 9 atoms"));
    }
  }
}
