package org.enf.core.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * In which order an epoch visits the molecules.
 *
 * <p>All molecules are shuffled; then windows of several batches are sorted by size and cut into
 * batches, so that a batch holds molecules of few sizes, which engines compute faster; then the
 * batches are shuffled. Seed and epoch determine the plan.
 */
final class EpochPlan {
  private static final int BATCHES_PER_WINDOW = 32;

  private final int[] order;
  private final int[] batchStarts;
  private final int batchSize;

  EpochPlan(MoleculeSet data, int batchSize, long seed, int epoch) {
    this.batchSize = batchSize;
    RandomGenerator random = new SplittableRandom(Seeds.of(seed, Seeds.Purpose.ORDER, epoch));
    order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    int window = Math.multiplyExact(batchSize, BATCHES_PER_WINDOW);
    for (int from = 0; from < order.length; from += window) {
      data.sortBySize(order, from, Math.min(order.length, from + window));
    }
    batchStarts = new int[(order.length + batchSize - 1) / batchSize];
    Arrays.setAll(batchStarts, b -> b * batchSize);
    shuffle(batchStarts, random);
  }

  int batches() {
    return batchStarts.length;
  }

  int[] batch(int index) {
    int from = batchStarts[index];
    return Arrays.copyOfRange(order, from, Math.min(order.length, from + batchSize));
  }

  private static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
