package org.enf.core.egnn.cpu;

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
