package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.egnn.BatchShape;

/** Which molecules of a batch go together, and which thread takes them. */
final class BatchPlan {
  /** Fewer edges would leave rows of nodes too short for the matrix products. */
  private static final int EDGES_OF_A_BLOCK = 512;

  /** A node costs about as much as this many edges. */
  private static final int EDGES_OF_A_NODE = 2;

  private final BatchShape shape;
  private final List<List<Block>> shares = new ArrayList<>();

  /** A plan for so many threads. */
  BatchPlan(BatchShape shape, int threads) {
    this.shape = shape;
    long total = 0;
    for (int b = 0; b < shape.molecules(); b++) {
      total += cost(shape.size(b));
    }
    int molecule = 0;
    long done = 0;
    for (int t = 0; t < threads; t++) {
      long goal = total * (t + 1) / threads;
      int first = molecule;
      while (molecule < shape.molecules() && done + cost(shape.size(molecule)) / 2 <= goal) {
        done += cost(shape.size(molecule));
        molecule++;
      }
      if (molecule > first) {
        shares.add(blocks(first, molecule));
      }
    }
    if (molecule < shape.molecules()) {
      shares.add(blocks(molecule, shape.molecules()));
    }
  }

  private static long cost(int atoms) {
    return (long) atoms * (atoms - 1 + EDGES_OF_A_NODE);
  }

  private List<Block> blocks(int from, int to) {
    List<Block> blocks = new ArrayList<>();
    long all = 0;
    for (int molecule = from; molecule < to; molecule++) {
      all += edges(molecule);
    }
    // blocks of about equal size: a short one at the end would be as slow as a long one
    long count = Math.max(1, (all + EDGES_OF_A_BLOCK - 1) / EDGES_OF_A_BLOCK);
    long goal = (all + count - 1) / count;
    int first = from;
    while (first < to) {
      int end = first + 1;
      long edges = edges(first);
      while (end < to && edges + edges(end) <= goal) {
        edges += edges(end);
        end++;
      }
      blocks.add(new Block(shape, first, end));
      first = end;
    }
    return blocks;
  }

  private long edges(int molecule) {
    return (long) shape.size(molecule) * (shape.size(molecule) - 1);
  }

  boolean isFor(BatchShape other) {
    return shape == other || shape.equals(other);
  }

  /** The number of threads that have something to do. */
  int shares() {
    return shares.size();
  }

  /** The blocks of one thread. */
  List<Block> share(int thread) {
    return shares.get(thread);
  }
}
