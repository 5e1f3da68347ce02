package org.enf.core.egnn.cpu;

import java.util.Arrays;
import org.enf.core.egnn.NetworkSettings;

/**
 * The way back through a block after a recorded {@link ForwardPass} with one tangent or none: the
 * gradient of ⟨a, f⟩ + ⟨b, J·tangent⟩ by input and parameters. Without a tangent its rows are there
 * all the same and zero, but no matrix is multiplied by them.
 */
final class ReversePass {
  private final Weights weights;
  private final WeightLayout layout;
  private final NetworkSettings settings;
  private final Kernels kernels;
  private final Tape tape;
  private final ForwardPass forward;
  private final MessageReverse messages;
  private final MessageVjp messagesVjp;
  private final EdgeRange edges;
  private final ParameterGradient gradient;
  private final Buffer positionsBuffer = new Buffer();
  private final Buffer outputPositionsBuffer = new Buffer();
  private final Buffer movedBuffer = new Buffer();
  private final Buffer outputBuffer = new Buffer();
  private final Buffer featuresBuffer = new Buffer();
  private final Buffer sumsBuffer = new Buffer();
  private final Buffer hiddenBuffer = new Buffer();
  private final Buffer slopeBuffer = new Buffer();
  private final Buffer curveBuffer = new Buffer();
  private final Buffer nodeBuffer = new Buffer();
  private final Buffer pairBuffer = new Buffer();
  private final Buffer inputBuffer = new Buffer();
  private Block block;

  /** The rows that are not zero for certain. */
  private int moving;

  private float[] xCotangent;
  private float[] outputCotangent;
  private float[] movedCotangent;
  private float[] hCotangent;
  private float[] sumsCotangent;

  ReversePass(Weights weights, Kernels kernels, Tape tape, Scratch scratch, ForwardPass forward) {
    this.weights = weights;
    this.kernels = kernels;
    this.tape = tape;
    this.forward = forward;
    layout = weights.layout();
    settings = layout.settings();
    gradient = new ParameterGradient(layout, kernels);
    messages = new MessageReverse(weights, kernels, forward, tape, scratch, gradient);
    messagesVjp = new MessageVjp(weights, kernels, forward, tape, scratch, gradient);
    edges = new EdgeRange(layout.width());
  }

  /** The gradient by the parameters of all blocks since it was started. */
  ParameterGradient gradient() {
    return gradient;
  }

  /**
   * Goes back through the block of the forward pass.
   *
   * @param value the gradient by f: rows of the batch
   * @param tangent the gradient by J·tangent: rows of the batch; null for zero
   * @param inputCotangent rows of the batch; null if not wanted
   */
  void run(float[] value, float[] tangent, float[] inputCotangent) {
    block = forward.block();
    int rows = 2 * block.nodes();
    moving = (1 + forward.tangents()) * block.nodes();
    int n = settings.dimensions();
    int width = layout.width();
    xCotangent = positionsBuffer.atLeast(rows * n);
    Arrays.fill(xCotangent, 0, rows * n, 0);
    hCotangent = featuresBuffer.atLeast(rows * width);
    Arrays.fill(hCotangent, 0, rows * width, 0);
    sumsCotangent = sumsBuffer.atLeast(rows * width);
    loadOutput(value, tangent, rows);
    forward.distances().clearInputCotangents();
    for (int l = settings.layers() - 1; l >= 0; l--) {
      layer(l, rows);
    }
    if (forward.equivariant()) {
      edges.start(block);
      edges.next(Integer.MAX_VALUE);
      forward
          .geometry()
          .distancesReverse(
              edges,
              tape.x,
              tape.xOf(0),
              block.nodes() * n,
              forward.distances().values().inputCotangent,
              forward.distances().tangents().inputCotangent,
              xCotangent);
    }
    gradient.addProduct(forward.input(), 0, hCotangent, moving, layout.embedding);
    gradient.addBias(hCotangent, block.nodes(), width, layout.embeddingBias);
    if (inputCotangent != null) {
      storeInput(inputCotangent);
    }
  }

  private void loadOutput(float[] value, float[] tangent, int rows) {
    int out = layout.outputWidth();
    float[] output = outputBuffer.atLeast(rows * out);
    Arrays.fill(output, 0, rows * out, 0);
    movedCotangent = movedBuffer.atLeast(rows * settings.dimensions());
    outputCotangent = outputPositionsBuffer.atLeast(rows * settings.dimensions());
    Arrays.fill(outputCotangent, 0, rows * settings.dimensions(), 0);
    loadOutput(value, 0, output);
    if (tangent != null) {
      loadOutput(tangent, block.nodes(), output);
    }
    if (out == 0) {
      return;
    }
    gradient.addProduct(tape.h, tape.hOf(settings.layers()), output, moving, layout.embeddingOut);
    gradient.addBias(output, block.nodes(), out, layout.embeddingOutBias);
    kernels.matrices().multiply(output, 0, moving, weights.embeddingOut.backward, hCotangent, 0);
  }

  private void loadOutput(float[] rows, int firstOwn, float[] output) {
    int n = settings.dimensions();
    int width = settings.outputWidth();
    int out = layout.outputWidth();
    boolean equivariant = forward.equivariant();
    float[] positions = equivariant ? outputCotangent : output;
    int step = equivariant ? n : out;
    int first = equivariant ? 0 : n;
    for (int i = 0; i < block.nodes(); i++) {
      int row = (block.firstRow() + i) * width;
      int own = firstOwn + i;
      for (int a = 0; a < n; a++) {
        positions[own * step + a] = rows[row + a];
      }
      for (int k = 0; k < settings.outputFeatures(); k++) {
        output[own * out + first + k] = rows[row + n + k];
      }
    }
    Centre.positions(block, n, positions, firstOwn * step, step);
  }

  private void layer(int l, int rows) {
    int width = layout.width();
    if (forward.updatesFeatures(l)) {
      nodes(l, rows);
    } else {
      Arrays.fill(sumsCotangent, 0, rows * width, 0);
    }
    if (forward.equivariant()) {
      forward.distances().compute(forward.geometry(), block, tape.x, tape.xOf(l), 1, false);
    }
    forward.distances().useWeightsOf(weights, l);
    float[] pairs = forward.pairs(l, moving);
    float[] pairsCotangent = pairBuffer.atLeast(rows * 2 * width);
    Arrays.fill(pairsCotangent, 0, rows * 2 * width, 0);
    // what a layer moves goes into the output and into all layers behind it
    int positions = rows * settings.dimensions();
    for (int k = 0; k < positions; k++) {
      movedCotangent[k] = outputCotangent[k] + xCotangent[k];
    }
    boolean plain = forward.tangents() == 0 && tape.edgesKept();
    edges.start(block);
    while (edges.next(forward.chunkEdges())) {
      if (plain) {
        messagesVjp.run(l, edges, pairs, pairsCotangent, sumsCotangent, movedCotangent, xCotangent);
      } else {
        messages.run(l, edges, pairs, pairsCotangent, sumsCotangent, movedCotangent, xCotangent);
      }
    }
    Weights.Layer layer = weights.layer(l);
    gradient.addProduct(tape.h, tape.hOf(l), pairsCotangent, moving, layer.places.pair());
    gradient.addBias(pairsCotangent, block.nodes(), 2 * width, layer.places.pairBias());
    kernels.matrices().multiply(pairsCotangent, 0, moving, layer.pair.backward, hCotangent, 0);
  }

  private void nodes(int l, int rows) {
    int width = layout.width();
    int values = block.nodes() * width;
    Weights.Layer layer = weights.layer(l);
    WeightLayout.Layer places = layer.places;
    float[] y = hiddenBuffer.atLeast(rows * width);
    float[] slope = slopeBuffer.atLeast(values);
    float[] curve = curveBuffer.atLeast(values);
    float[] z = nodeBuffer.atLeast(rows * width);
    int z0 = tape.nodesOf(l);
    kernels.activations().siluCurved(tape.zNode, z0, values, y, slope, 0, curve);
    kernels.activations().product(slope, 0, tape.zNode, z0 + values, values, y, values);
    gradient.addProduct(y, 0, hCotangent, moving, places.nodeSecond());
    gradient.addBias(hCotangent, block.nodes(), width, places.nodeSecondBias());
    Arrays.fill(z, 0, rows * width, 0);
    kernels.matrices().multiply(hCotangent, 0, moving, layer.nodeSecond.backward, z, 0);
    kernels.activations().siluReverse(slope, curve, tape.zNode, z0 + values, values, z, 0, values);
    gradient.addBias(z, block.nodes(), width, places.nodeBias());
    gradient.addProduct(tape.h, tape.hOf(l), z, moving, places.nodeOwn());
    gradient.addProduct(tape.messageSums, z0, z, moving, places.nodeMessages());
    Arrays.fill(sumsCotangent, 0, rows * width, 0);
    kernels.matrices().multiply(z, 0, moving, layer.nodeMessages.backward, sumsCotangent, 0);
    kernels.matrices().multiply(z, 0, moving, layer.nodeOwn.backward, hCotangent, 0);
  }

  private void storeInput(float[] rows) {
    int inputWidth = layout.inputWidth();
    int nodes = block.nodes();
    float[] input = inputBuffer.atLeast(nodes * inputWidth);
    Arrays.fill(input, 0, nodes * inputWidth, 0);
    kernels.matrices().multiply(hCotangent, 0, nodes, weights.embedding.backward, input, 0);
    int n = settings.dimensions();
    int width = settings.inputWidth();
    boolean equivariant = forward.equivariant();
    for (int i = 0; i < nodes; i++) {
      int row = (block.firstRow() + i) * width;
      for (int k = 0; k < width; k++) {
        if (k < n && equivariant) {
          rows[row + k] = xCotangent[i * n + k];
        } else {
          rows[row + k] = input[i * inputWidth + (equivariant ? k - n : k)];
        }
      }
    }
  }
}
