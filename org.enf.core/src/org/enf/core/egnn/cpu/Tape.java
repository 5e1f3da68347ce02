package org.enf.core.egnn.cpu;

import java.util.Arrays;

/**
 * What a pass through a block leaves behind, for the next layer and for the way back.
 *
 * <p>A pass that will be gone back keeps everything of every layer that is not quick to compute
 * again, other passes only what the current layer needs. Matrices have a row for each node or edge
 * and those of the tangents below.
 */
final class Tape {
  /** Beyond this many elements for the edges they are computed again on the way back. */
  static final long MOST_EDGE_ELEMENTS = 1L << 25;

  private final WeightLayout layout;
  private final long mostEdgeElements;
  private final Buffer positions = new Buffer();
  private final Buffer features = new Buffer();
  private final Buffer sums = new Buffer();
  private final Buffer nodes = new Buffer();
  private final Buffer second = new Buffer();
  private final Buffer headFirst = new Buffer();
  private final Buffer scalars = new Buffer();
  private int copies;
  private int nodeCount;
  private int edgeCount;
  private boolean recording;
  private boolean edgesKept;

  float[] x;
  float[] h;
  float[] messageSums;
  float[] zNode;
  float[] zSecond;
  float[] zHead;
  float[] gate;
  private int scalarBlock;

  /**
   * A tape.
   *
   * @param mostEdgeElements how many elements of the edges of a block it keeps at most
   */
  Tape(WeightLayout layout, long mostEdgeElements) {
    this.layout = layout;
    this.mostEdgeElements = mostEdgeElements;
  }

  /**
   * Makes room.
   *
   * @param tangents the number of tangents beside the value
   * @param chunkEdges the most edges of a chunk
   */
  void start(Block block, int tangents, boolean record, int chunkEdges) {
    // the way back has room for a tangent even if there is none: it is zero then
    copies = record ? 2 : 1 + tangents;
    nodeCount = block.nodes();
    edgeCount = block.edges();
    recording = record;
    int width = layout.width();
    int layers = record ? layout.settings().layers() : 1;
    long edgeElements = (long) copies * edgeCount * width * layers;
    edgesKept = record && edgeElements <= mostEdgeElements;
    int dimensions = layout.settings().dimensions();
    x = positions.atLeast((layers + 1) * copies * nodeCount * dimensions);
    h = features.atLeast((layers + 1) * copies * nodeCount * width);
    messageSums = sums.atLeast(layers * copies * nodeCount * width);
    zNode = nodes.atLeast(layers * copies * nodeCount * width);
    int edges = edgesKept ? (int) edgeElements : copies * chunkEdges * width;
    zSecond = second.atLeast(edges);
    zHead = headFirst.atLeast(edges);
    scalarBlock = layers * edgeCount;
    gate = scalars.atLeast(Math.multiplyExact(2 * copies, scalarBlock));
    if (record && tangents == 0) {
      Arrays.fill(x, 0, (layers + 1) * copies * nodeCount * dimensions, 0);
      Arrays.fill(zNode, 0, layers * copies * nodeCount * width, 0);
      Arrays.fill(gate, 0, 2 * copies * scalarBlock, 0);
    }
  }

  /** Whether the edges' matrices are those of their layer until the way back. */
  boolean edgesKept() {
    return edgesKept;
  }

  private int slot(int layer) {
    return recording ? layer : 0;
  }

  /** Where the positions before a layer begin; those after the last one stand behind. */
  int xOf(int layer) {
    return slot(layer) * copies * nodeCount * layout.settings().dimensions();
  }

  /** Where the hidden features before a layer begin. */
  int hOf(int layer) {
    return slot(layer) * copies * nodeCount * layout.width();
  }

  /** Where sums of messages and hidden layers of the nodes begin. */
  int nodesOf(int layer) {
    return slot(layer) * copies * nodeCount * layout.width();
  }

  /** Where the rows of a chunk's edges begin. */
  int edgesOf(int layer, EdgeRange edges) {
    return edgesKept ? (layer * edgeCount + edges.from()) * copies * layout.width() : 0;
  }

  /** Where the gates of a chunk begin in {@link #gate}. */
  int gateOf(int layer, EdgeRange edges) {
    return slot(layer) * edgeCount + edges.from();
  }

  /** Where the tangents of its scores begin in {@link #gate}. */
  int dScoreOf(int layer, EdgeRange edges, int tangent) {
    return tangent * scalarBlock + gateOf(layer, edges);
  }

  /** Where its heads begin in {@link #gate}; tangent 0 is the value. */
  int headOf(int layer, EdgeRange edges, int tangent) {
    return (copies + tangent) * scalarBlock + gateOf(layer, edges);
  }
}
