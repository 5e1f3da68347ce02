package org.enf.core.egnn.cpu;

import java.util.Arrays;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.NetworkSettings;

/**
 * The network on a block: value and any number of tangents.
 *
 * <p>Inputs are loaded first, then the pass runs, then outputs are stored.
 */
final class ForwardPass {
  private final NetworkSettings settings;
  private final WeightLayout layout;
  private final Weights weights;
  private final Kernels kernels;
  private final Geometry geometry;
  private final boolean equivariant;
  private final MessagePass messages;
  private final EdgeRange edges;
  private final Tape tape;
  private final Scratch scratch;
  private final Buffer inputBuffer = new Buffer();
  private final Buffer startBuffer = new Buffer();
  private final Buffer movedBuffer = new Buffer();
  private final Buffer pairBuffer = new Buffer();
  private final Buffer hiddenBuffer = new Buffer();
  private final Buffer slopeBuffer = new Buffer();
  private final Buffer outputBuffer = new Buffer();
  private final EdgeDistances distances = new EdgeDistances();
  private Block block;
  private int tangents;
  private boolean recording;
  private UnitDirections units = UnitDirections.NONE;
  private int chunkEdges;
  private float[] input;
  private float[] start;
  private float[] moved;
  private float[] output;

  ForwardPass(Weights weights, Kernels kernels, Tape tape, Scratch scratch) {
    this.weights = weights;
    this.kernels = kernels;
    this.tape = tape;
    this.scratch = scratch;
    layout = weights.layout();
    settings = layout.settings();
    equivariant = settings instanceof EgnnSettings;
    geometry = geometryOf(settings);
    messages = new MessagePass(weights, kernels, equivariant ? geometry : null, tape, scratch);
    edges = new EdgeRange(layout.width());
  }

  private static Geometry geometryOf(NetworkSettings settings) {
    double limit =
        settings instanceof EgnnSettings egnn ? egnn.coordinateRange() / egnn.layers() : 0;
    return new Geometry(settings.dimensions(), limit);
  }

  /** Makes room for a block and for directions of single elements, whose diagonal is wanted. */
  void start(Block newBlock, UnitDirections directions) {
    start(newBlock, directions.count(), false);
    units = directions;
    for (int t = 0; t < directions.count(); t++) {
      loadUnit(directions.first() + t, t + 1);
    }
  }

  /** Makes room for a block. */
  void start(Block newBlock, int newTangents, boolean record) {
    units = UnitDirections.NONE;
    block = newBlock;
    tangents = newTangents;
    recording = record;
    chunkEdges = scratch.start(block, tangents, record);
    tape.start(block, tangents, record, chunkEdges);
    distances.start(block, tangents);
    int copies = 1 + tangents;
    input = inputBuffer.atLeast(copies * block.nodes() * layout.inputWidth());
    Arrays.fill(input, 0, copies * block.nodes() * layout.inputWidth(), 0);
    int positions = copies * block.nodes() * settings.dimensions();
    start = startBuffer.atLeast(positions);
    moved = movedBuffer.atLeast(positions);
    Arrays.fill(moved, 0, positions, 0);
  }

  /** Takes over the rows of a batch. */
  void loadValue(float[] rows, double[] time) {
    load(rows, 0);
    if (settings.time()) {
      int column = layout.embeddedFeatures() - 1;
      for (int b = 0; b < block.molecules(); b++) {
        float t = (float) time[block.firstMolecule() + b];
        for (int i = block.moleculeStart(b); i < block.moleculeStart(b + 1); i++) {
          input[i * layout.inputWidth() + column] = t;
        }
      }
    }
  }

  /** Takes over the rows of a direction; tangents count from 1. */
  void loadTangent(float[] rows, int tangent) {
    load(rows, tangent);
  }

  /** A direction of zeros. */
  void loadNothing(int tangent) {
    int positions = block.nodes() * settings.dimensions();
    Arrays.fill(start, tangent * positions, (tangent + 1) * positions, 0);
  }

  private void load(float[] rows, int copy) {
    int width = settings.inputWidth();
    for (int i = 0; i < block.nodes(); i++) {
      int row = (block.firstRow() + i) * width;
      for (int k = 0; k < width; k++) {
        put(i, k, copy, rows[row + k]);
      }
    }
  }

  /** The direction of one element of each molecule; nothing where a molecule has fewer. */
  private void loadUnit(int element, int tangent) {
    int width = settings.inputWidth();
    loadNothing(tangent);
    for (int b = 0; b < block.molecules(); b++) {
      int node = block.moleculeStart(b) + element / width;
      if (node < block.moleculeStart(b + 1)) {
        put(node, element % width, tangent, 1);
      }
    }
  }

  private void put(int node, int column, int copy, float value) {
    int n = settings.dimensions();
    int row = copy * block.nodes() + node;
    if (column < n) {
      start[row * n + column] = value;
    }
    int embedded = equivariant ? column - n : column;
    if (embedded >= 0) {
      input[row * layout.inputWidth() + embedded] = value;
    }
  }

  /** Runs all layers. */
  void run() {
    int width = layout.width();
    int copies = 1 + tangents;
    int rows = copies * block.nodes();
    System.arraycopy(start, 0, tape.x, tape.xOf(0), rows * settings.dimensions());
    float[] h = tape.h;
    int h0 = tape.hOf(0);
    weights.fillRows(layout.embeddingBias, width, h, h0, block.nodes());
    Arrays.fill(h, h0 + block.nodes() * width, h0 + rows * width, 0);
    kernels.matrices().multiply(input, 0, rows, weights.embedding.forward, h, h0);
    for (int l = 0; l < settings.layers(); l++) {
      layer(l, rows);
    }
    if (layout.outputWidth() > 0) {
      int out = layout.outputWidth();
      output = outputBuffer.atLeast(rows * out);
      weights.fillRows(layout.embeddingOutBias, out, output, 0, block.nodes());
      Arrays.fill(output, block.nodes() * out, rows * out, 0);
      int last = tape.hOf(settings.layers());
      kernels.matrices().multiply(h, last, rows, weights.embeddingOut.forward, output, 0);
    }
  }

  private void layer(int l, int rows) {
    int width = layout.width();
    int n = settings.dimensions();
    float[] pairs = pairs(l, rows);
    int sums = tape.nodesOf(l);
    Arrays.fill(tape.messageSums, sums, sums + rows * width, 0);
    if (l == 0 && units.count() > 0) {
      // no other pairs of atoms know of the directions yet
      send(l, units.pairs(), tangents, pairs);
      Arrays.fill(tape.messageSums, sums, sums + block.nodes() * width, 0);
      Arrays.fill(moved, 0, block.nodes() * n, 0);
      send(l, block, 0, pairs);
    } else {
      send(l, block, tangents, pairs);
    }
    int next = tape.xOf(l + 1);
    for (int k = 0; k < rows * n; k++) {
      tape.x[next + k] = start[k] + moved[k];
    }
    if (recording) {
      System.arraycopy(tape.h, tape.hOf(l), tape.h, tape.hOf(l + 1), rows * width);
    }
    if (updatesFeatures(l)) {
      updateFeatures(l, rows);
    }
  }

  /** Sends the messages of a layer along some edges. */
  private void send(int l, Block along, int directions, float[] pairs) {
    if (equivariant) {
      distances.compute(geometry, along, tape.x, tape.xOf(l), tangents, l == 0);
    }
    distances.useWeightsOf(weights, l);
    if (l > 0 && l == settings.layers() - 1 && equivariant && units.diagonalAlone()) {
      for (int b = 0; b < along.molecules(); b++) {
        int end = along.moleculeStart(b + 1);
        int first = along.moleculeStart(b);
        edges.start(
            along,
            Math.min(end, first + units.firstAtom()),
            Math.min(end, first + units.endAtom()));
        sendChunks(l, directions, pairs);
      }
      return;
    }
    edges.start(along);
    sendChunks(l, directions, pairs);
  }

  private void sendChunks(int l, int directions, float[] pairs) {
    while (edges.next(chunkEdges)) {
      messages.run(
          l,
          edges,
          block.nodes(),
          directions,
          pairs,
          distances.values(),
          distances.tangents(),
          moved);
    }
  }

  /** Features after the last layer go nowhere if nothing comes out of them. */
  boolean updatesFeatures(int l) {
    return l < settings.layers() - 1 || layout.outputWidth() > 0;
  }

  /** What goes from each node into the messages: P for its own, Q for those it sends. */
  float[] pairs(int l, int rows) {
    int width = 2 * layout.width();
    Weights.Layer layer = weights.layer(l);
    float[] pairs = pairBuffer.atLeast(rows * width);
    weights.fillRows(layer.places.pairBias(), width, pairs, 0, block.nodes());
    Arrays.fill(pairs, block.nodes() * width, rows * width, 0);
    kernels.matrices().multiply(tape.h, tape.hOf(l), rows, layer.pair.forward, pairs, 0);
    return pairs;
  }

  private void updateFeatures(int l, int rows) {
    int width = layout.width();
    int values = block.nodes() * width;
    Weights.Layer layer = weights.layer(l);
    float[] z = tape.zNode;
    int z0 = tape.nodesOf(l);
    weights.fillRows(layer.places.nodeBias(), width, z, z0, block.nodes());
    Arrays.fill(z, z0 + values, z0 + rows * width, 0);
    kernels.matrices().multiply(tape.h, tape.hOf(l), rows, layer.nodeOwn.forward, z, z0);
    kernels.matrices().multiply(tape.messageSums, z0, rows, layer.nodeMessages.forward, z, z0);
    float[] y = hiddenBuffer.atLeast(rows * width);
    float[] slope = slopeBuffer.atLeast(values);
    kernels.activations().silu(z, z0, values, y, 0, slope, 0);
    for (int t = 1; t <= tangents; t++) {
      kernels.activations().product(slope, 0, z, z0 + t * values, values, y, t * values);
    }
    int next = tape.hOf(l + 1);
    kernels
        .activations()
        .addBias(
            weights.elements(), layer.places.nodeSecondBias(), width, tape.h, next, block.nodes());
    kernels.matrices().multiply(y, 0, rows, layer.nodeSecond.forward, tape.h, next);
  }

  /**
   * Writes the value (copy 0) or a tangent (from 1) into the rows of a batch.
   *
   * @param rows [atoms × outputWidth]
   */
  void store(int copy, float[] rows) {
    int n = settings.dimensions();
    int width = settings.outputWidth();
    int out = layout.outputWidth();
    int own = copy * block.nodes();
    for (int i = 0; i < block.nodes(); i++) {
      int row = (block.firstRow() + i) * width;
      for (int a = 0; a < n; a++) {
        rows[row + a] = equivariant ? moved[(own + i) * n + a] : output[(own + i) * out + a];
      }
      int first = equivariant ? 0 : n;
      for (int k = 0; k < settings.outputFeatures(); k++) {
        rows[row + n + k] = output[(own + i) * out + first + k];
      }
    }
    Centre.positions(block, n, rows, block.firstRow() * width, width);
  }

  /**
   * The diagonal elements of the directions, added to each molecule's trace.
   *
   * <p>Positions that leave a network are centred. What that takes off the diagonal of an
   * equivariant one is zero in sum, as it answers no shift of all atoms.
   */
  void addDiagonal(float[] trace) {
    for (int t = 0; t < units.count(); t++) {
      addDiagonal(units.first() + t, t + 1, trace);
    }
  }

  private void addDiagonal(int element, int tangent, float[] trace) {
    int n = settings.dimensions();
    int width = settings.inputWidth();
    int column = element % width;
    int own = tangent * block.nodes();
    boolean position = column < n && equivariant;
    float[] source = position ? moved : output;
    int step = position ? n : layout.outputWidth();
    int place = column < n || !equivariant ? column : column - n;
    for (int b = 0; b < block.molecules(); b++) {
      int from = block.moleculeStart(b);
      int end = block.moleculeStart(b + 1);
      int node = from + element / width;
      if (node < end) {
        float diagonal = source[(own + node) * step + place];
        if (column < n && !equivariant) {
          float sum = 0;
          for (int i = from; i < end; i++) {
            sum += source[(own + i) * step + place];
          }
          diagonal -= sum / (end - from);
        }
        trace[block.firstMolecule() + b] += diagonal;
      }
    }
  }

  Block block() {
    return block;
  }

  EdgeDistances distances() {
    return distances;
  }

  Geometry geometry() {
    return geometry;
  }

  boolean equivariant() {
    return equivariant;
  }

  MessagePass messages() {
    return messages;
  }

  /** The number of tangents. */
  int tangents() {
    return tangents;
  }

  int chunkEdges() {
    return chunkEdges;
  }

  /** What was embedded, values and below them tangents. */
  float[] input() {
    return input;
  }
}
