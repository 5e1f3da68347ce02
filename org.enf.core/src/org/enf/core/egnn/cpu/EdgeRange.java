package org.enf.core.egnn.cpu;

/**
 * Consecutive edges of a block: those of the receivers from {@code firstNode} to {@code endNode}.
 * Mutable, so that going from chunk to chunk allocates nothing.
 */
final class EdgeRange {
  private final int width;
  private Block block;
  private int firstNode;
  private int endNode;
  private int lastNode;

  EdgeRange(int width) {
    this.width = width;
  }

  /** Stands before the first edge of a block. */
  void start(Block newBlock) {
    start(newBlock, 0, newBlock.nodes());
  }

  /** Stands before the first edge of some receivers of a block. */
  void start(Block newBlock, int first, int end) {
    block = newBlock;
    firstNode = first;
    endNode = first;
    lastNode = end;
  }

  /** Goes to the next receivers, with at most {@code most} edges but at least one receiver. */
  boolean next(int most) {
    firstNode = endNode;
    if (firstNode >= lastNode) {
      return false;
    }
    int from = block.firstEdge(firstNode);
    do {
      endNode++;
    } while (endNode < lastNode && block.firstEdge(endNode + 1) - from <= most);
    return true;
  }

  /** The number of edges of the whole block. */
  int edgesOfBlock() {
    return block.edges();
  }

  /** The width of a row. */
  int width() {
    return width;
  }

  int firstNode() {
    return firstNode;
  }

  int endNode() {
    return endNode;
  }

  /** The first edge. */
  int from() {
    return block.firstEdge(firstNode);
  }

  /** The number of edges. */
  int count() {
    return block.firstEdge(endNode) - block.firstEdge(firstNode);
  }

  /** The number of elements of a matrix with a row for each edge. */
  int elements() {
    return count() * width;
  }

  /** The first edge of a receiver. */
  int firstEdge(int node) {
    return block.firstEdge(node);
  }

  /** The senders of all edges of the block. */
  int[] senders() {
    return block.senders();
  }
}
