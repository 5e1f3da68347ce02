package org.enf.core.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.training.TrainingSettings.LastBatch;

/**
 * In which order an epoch visits the samples.
 *
 * <p>All samples are shuffled; then windows of several batches are sorted by size and cut into
 * batches, so that a batch holds samples of few sizes, which engines compute faster; then the
 * batches are shuffled. Seed and epoch determine the plan.
 */
final class EpochPlan {
  private static final int BATCHES_PER_WINDOW = 32;

  private final int[] order;
  private final int[] batchStarts;
  private final int batchSize;

  EpochPlan(Objective objective, TrainingSettings settings, int epoch) {
    batchSize = settings.batchSize();
    RandomGenerator random =
        new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.ORDER, epoch));
    int[] all = new int[objective.samples()];
    Arrays.setAll(all, i -> i);
    shuffle(all, random);
    batchStarts = new int[batches(objective.samples(), settings)];
    order = Arrays.copyOf(all, (int) Math.min(all.length, (long) batchStarts.length * batchSize));
    int window = Math.multiplyExact(batchSize, BATCHES_PER_WINDOW);
    for (int from = 0; from < order.length; from += window) {
      SizeOrder.sort(order, from, Math.min(order.length, from + window), objective::size);
    }
    Arrays.setAll(batchStarts, b -> b * batchSize);
    shuffle(batchStarts, random);
  }

  /** How many batches an epoch has. */
  static int batches(int samples, TrainingSettings settings) {
    int full = samples / settings.batchSize();
    boolean rest = samples % settings.batchSize() > 0;
    return rest && settings.lastBatch() == LastBatch.KEEP ? full + 1 : full;
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
