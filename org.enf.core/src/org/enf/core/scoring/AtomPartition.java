package org.enf.core.scoring;

import java.util.Arrays;

/**
 * Atoms sorted into cells of atoms that look alike so far, the cells in a fixed order. The rank of
 * an atom is the place where its cell starts.
 */
final class AtomPartition {
  private final AtomGraph graph;
  private final int[] order;
  private final int[] ranks;

  /** Cells by the colours of the atoms alone. */
  AtomPartition(AtomGraph graph) {
    this.graph = graph;
    this.order = new int[graph.size()];
    this.ranks = new int[graph.size()];
    for (int atom = 0; atom < order.length; atom++) {
      order[atom] = atom;
    }
    int[][] keys = new int[order.length][];
    for (int atom = 0; atom < order.length; atom++) {
      keys[atom] = new int[] {graph.colors()[atom]};
    }
    split(0, order.length, keys);
  }

  private AtomPartition(AtomPartition other) {
    graph = other.graph;
    order = other.order.clone();
    ranks = other.ranks.clone();
  }

  /** An independent copy. */
  AtomPartition copy() {
    return new AtomPartition(this);
  }

  /** The atoms in the order of their cells. */
  int[] order() {
    return order;
  }

  /** The rank of each atom; its place in the order where every cell has one atom. */
  int[] ranks() {
    return ranks;
  }

  /** The end, exclusive, of the cell that starts here. */
  int end(int start) {
    int end = start + 1;
    while (end < order.length && ranks[order[end]] == start) {
      end++;
    }
    return end;
  }

  /** The start of the last cell with more than one atom; -1 where there is none. */
  int lastOpenCell() {
    for (int place = order.length - 1; place >= 0; place--) {
      int start = ranks[order[place]];
      if (start < place) {
        return start;
      }
    }
    return -1;
  }

  /** Takes the atom at this place out of its cell and puts it in front of the cell's others. */
  void individualise(int place) {
    int atom = order[place];
    int start = ranks[atom];
    int end = end(start);
    order[place] = order[start];
    order[start] = atom;
    for (int other = start + 1; other < end; other++) {
      ranks[order[other]] = start + 1;
    }
  }

  /**
   * Splits cells by the bonds to other cells until nothing changes; then takes apart the cells of
   * leaves of one atom, for swapping them changes nothing.
   */
  void refine() {
    int[][] keys = new int[order.length][];
    boolean changed = true;
    while (changed) {
      for (int atom = 0; atom < order.length; atom++) {
        keys[atom] = key(atom);
      }
      changed = false;
      for (int start = 0; start < order.length; ) {
        int end = end(start);
        changed |= end - start > 1 && split(start, end, keys);
        start = end;
      }
    }
    for (int start = 0; start < order.length; ) {
      int end = end(start);
      if (isLeavesOfOneAtom(start, end)) {
        for (int place = start; place < end; place++) {
          ranks[order[place]] = place;
        }
      }
      start = end;
    }
  }

  private int[] key(int atom) {
    int[] neighbours = graph.neighbours()[atom];
    int[] labels = graph.labels()[atom];
    int[] key = new int[neighbours.length];
    for (int k = 0; k < key.length; k++) {
      key[k] = ranks[neighbours[k]] * (AtomGraph.AROMATIC + 1) + labels[k];
    }
    Arrays.sort(key);
    return key;
  }

  /** Sorts a cell by keys and gives new ranks; says whether it fell into parts. */
  private boolean split(int start, int end, int[][] keys) {
    for (int place = start + 1; place < end; place++) {
      int atom = order[place];
      int slot = place;
      while (slot > start && Arrays.compare(keys[order[slot - 1]], keys[atom]) > 0) {
        order[slot] = order[slot - 1];
        slot--;
      }
      order[slot] = atom;
    }
    int rank = start;
    for (int place = start; place < end; place++) {
      if (place > start && !Arrays.equals(keys[order[place - 1]], keys[order[place]])) {
        rank = place;
      }
      ranks[order[place]] = rank;
    }
    return rank > start;
  }

  private boolean isLeavesOfOneAtom(int start, int end) {
    if (end - start < 2) {
      return false;
    }
    for (int place = start; place < end; place++) {
      int[] neighbours = graph.neighbours()[order[place]];
      if (neighbours.length != 1 || neighbours[0] != graph.neighbours()[order[start]][0]) {
        return false;
      }
    }
    return true;
  }
}
