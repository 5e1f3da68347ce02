package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.enf.core.training.TrainingSettings.LastBatch;
import org.junit.Test;

public class EpochPlanTest {
  private static final Objective DATA = new Parabola(101, 0, 0, Optional.empty());

  private static TrainingSettings settings(long seed) {
    return new TrainingSettings(1, 8, 0.1, seed, 1);
  }

  private static int[] visited(EpochPlan plan) {
    return IntStream.range(0, plan.batches()).flatMap(b -> Arrays.stream(plan.batch(b))).toArray();
  }

  @Test
  public void everySampleIsVisitedOnce() {
    EpochPlan plan = new EpochPlan(DATA, settings(5), 0);
    int[] visited = visited(plan);
    assertEquals(13, plan.batches());
    Arrays.sort(visited);
    assertArrayEquals(IntStream.range(0, 101).toArray(), visited);
  }

  @Test
  public void seedAndEpochDetermineThePlan() {
    int[] order = visited(new EpochPlan(DATA, settings(5), 0));
    assertArrayEquals(order, visited(new EpochPlan(DATA, settings(5), 0)));
    assertFalse(Arrays.equals(order, visited(new EpochPlan(DATA, settings(5), 1))));
    assertFalse(Arrays.equals(order, visited(new EpochPlan(DATA, settings(6), 0))));
  }

  @Test
  public void droppedLastBatchLeavesOthersOutEachEpoch() {
    TrainingSettings settings = settings(5).with(LastBatch.DROP);
    int[] first = visited(new EpochPlan(DATA, settings, 0));
    int[] second = visited(new EpochPlan(DATA, settings, 1));
    assertEquals(12 * 8, first.length);
    Arrays.sort(first);
    Arrays.sort(second);
    assertEquals(first.length, Arrays.stream(first).distinct().count());
    assertFalse(Arrays.equals(first, second));
  }

  @Test
  public void batchesHoldSamplesOfFewSizes() {
    EpochPlan plan = new EpochPlan(DATA, settings(5), 0);
    long mixed =
        IntStream.range(0, plan.batches())
            .filter(b -> Arrays.stream(plan.batch(b)).map(DATA::size).distinct().count() > 1)
            .count();
    assertEquals("one between each two of the three sizes", 2, mixed);
  }
}
