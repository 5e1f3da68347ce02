package org.enf.core.egnn.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.enf.core.egnn.BatchShape;

/**
 * Some molecules of a batch that go through the network together, with the pairs of their atoms.
 *
 * <p>The edges of a receiver follow each other, and so do the receivers; there are no pairs of an
 * atom with itself.
 */
final class Block {
  private final int firstMolecule;
  private final int firstRow;
  private final int[] moleculeStarts;
  private final int[] firstEdge;
  private final int[] senders;
  private List<UnitDirections> unitDirections;

  /** The molecules from {@code first} (included) to {@code end} (excluded). */
  Block(BatchShape shape, int first, int end) {
    firstMolecule = first;
    firstRow = shape.offset(first);
    int nodes = shape.offset(end) - firstRow;
    moleculeStarts = new int[end - first + 1];
    firstEdge = new int[nodes + 1];
    int edges = 0;
    for (int b = first; b < end; b++) {
      moleculeStarts[b - first] = shape.offset(b) - firstRow;
      for (int i = shape.offset(b); i < shape.offset(b + 1); i++) {
        firstEdge[i - firstRow] = edges;
        edges = Math.addExact(edges, shape.size(b) - 1);
      }
    }
    moleculeStarts[end - first] = nodes;
    firstEdge[nodes] = edges;
    senders = new int[edges];
    int e = 0;
    for (int m = 0; m < end - first; m++) {
      for (int i = moleculeStarts[m]; i < moleculeStarts[m + 1]; i++) {
        for (int j = moleculeStarts[m]; j < moleculeStarts[m + 1]; j++) {
          if (i != j) {
            senders[e++] = j;
          }
        }
      }
    }
  }

  /** The same nodes with the pairs alone to which some atoms of each molecule belong. */
  private Block(Block whole, int firstAtom, int endAtom) {
    firstMolecule = whole.firstMolecule;
    firstRow = whole.firstRow;
    moleculeStarts = whole.moleculeStarts;
    firstEdge = new int[whole.nodes() + 1];
    int[] kept = new int[whole.edges()];
    int edges = 0;
    for (int m = 0; m < whole.molecules(); m++) {
      int first = moleculeStarts[m] + firstAtom;
      int end = moleculeStarts[m] + endAtom;
      for (int i = moleculeStarts[m]; i < moleculeStarts[m + 1]; i++) {
        firstEdge[i] = edges;
        boolean all = i >= first && i < end;
        for (int e = whole.firstEdge[i]; e < whole.firstEdge[i + 1]; e++) {
          int j = whole.senders[e];
          if (all || j >= first && j < end) {
            kept[edges++] = j;
          }
        }
      }
    }
    firstEdge[whole.nodes()] = edges;
    senders = Arrays.copyOf(kept, edges);
  }

  /**
   * All directions of single elements, in groups that go through the network together; made once.
   *
   * @param width elements of an atom, always the same
   */
  List<UnitDirections> unitDirections(int width) {
    if (unitDirections == null) {
      List<UnitDirections> groups = new ArrayList<>();
      int elements = mostNodesOfAMolecule() * width;
      int most = UnitDirections.together(width);
      for (int first = 0; first < elements; first += most) {
        int count = Math.min(most, elements - first);
        Block pairs = new Block(this, first / width, (first + count + width - 1) / width);
        groups.add(new UnitDirections(first, count, width, first + count < elements, pairs));
      }
      unitDirections = groups;
    }
    return unitDirections;
  }

  int nodes() {
    return firstEdge.length - 1;
  }

  int edges() {
    return senders.length;
  }

  /** The most edges that one node receives. */
  int mostEdgesOfANode() {
    int most = 0;
    for (int i = 0; i < nodes(); i++) {
      most = Math.max(most, firstEdge[i + 1] - firstEdge[i]);
    }
    return most;
  }

  /** The number of atoms of the largest molecule. */
  int mostNodesOfAMolecule() {
    int most = 0;
    for (int b = 0; b < molecules(); b++) {
      most = Math.max(most, moleculeStarts[b + 1] - moleculeStarts[b]);
    }
    return most;
  }

  /** The row of the batch that is the first node. */
  int firstRow() {
    return firstRow;
  }

  int molecules() {
    return moleculeStarts.length - 1;
  }

  /** The molecule of the batch that is the first one here. */
  int firstMolecule() {
    return firstMolecule;
  }

  /** The first node of a molecule of this block. */
  int moleculeStart(int molecule) {
    return moleculeStarts[molecule];
  }

  int firstEdge(int node) {
    return firstEdge[node];
  }

  int[] senders() {
    return senders;
  }
}
