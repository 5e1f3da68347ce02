package org.enf.core.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An order of the atoms of a connected graph that depends on the graph alone, not on how its atoms
 * are numbered.
 *
 * <p>Refines cells of atoms that look alike; where a cell stays open, tries each of its atoms first
 * and keeps the order with the least bond list. An atom whose first completed order gives the same
 * bond list as that of an atom tried before is its mirror image, so it is passed over. (CDK's own
 * labelling breaks such ties by atom number and does not look at bond orders; it gives cages and
 * cyclooctatetraene several SMILES.)
 */
final class CanonicalOrder {
  private final AtomGraph graph;

  private CanonicalOrder(AtomGraph graph) {
    this.graph = graph;
  }

  /** The atoms of the graph in canonical order. */
  static int[] of(AtomGraph graph) {
    AtomPartition partition = new AtomPartition(graph);
    partition.refine();
    return new CanonicalOrder(graph).search(partition).best().order;
  }

  /** The first and the least numbering below a partition that is refined. */
  private Found search(AtomPartition partition) {
    int start = partition.lastOpenCell();
    if (start < 0) {
      Numbering only = new Numbering(graph, partition);
      return new Found(only, only);
    }
    int end = partition.end(start);
    List<Numbering> firsts = new ArrayList<>();
    Numbering best = null;
    for (int place = start; place < end; place++) {
      AtomPartition child = child(partition, place);
      if (place > start && isKnown(first(child), firsts)) {
        continue;
      }
      Found found = search(child);
      firsts.add(found.first());
      if (best == null || found.best().compareBonds(best) < 0) {
        best = found.best();
      }
    }
    return new Found(firsts.get(0), best);
  }

  private Numbering first(AtomPartition partition) {
    AtomPartition current = partition;
    for (int start = current.lastOpenCell(); start >= 0; start = current.lastOpenCell()) {
      current = child(current, start);
    }
    return new Numbering(graph, current);
  }

  private static AtomPartition child(AtomPartition partition, int place) {
    AtomPartition child = partition.copy();
    child.individualise(place);
    child.refine();
    return child;
  }

  private static boolean isKnown(Numbering numbering, List<Numbering> known) {
    for (Numbering other : known) {
      if (numbering.compareBonds(other) == 0) {
        return true;
      }
    }
    return false;
  }

  private record Found(Numbering first, Numbering best) {}

  /** A complete order and the bond list it gives. */
  private static final class Numbering {
    private final int[] order;
    private final int[] bonds;

    Numbering(AtomGraph graph, AtomPartition discrete) {
      order = discrete.order().clone();
      int[] places = discrete.ranks();
      int count = 0;
      for (int[] neighbours : graph.neighbours()) {
        count += neighbours.length;
      }
      bonds = new int[count];
      int filled = 0;
      for (int atom : order) {
        int begin = filled;
        for (int k = 0; k < graph.neighbours()[atom].length; k++) {
          int place = places[graph.neighbours()[atom][k]];
          bonds[filled++] = place * (AtomGraph.AROMATIC + 1) + graph.labels()[atom][k];
        }
        Arrays.sort(bonds, begin, filled);
      }
    }

    int compareBonds(Numbering other) {
      return Arrays.compare(bonds, other.bonds);
    }
  }
}
