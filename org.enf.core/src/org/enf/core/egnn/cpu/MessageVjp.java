package org.enf.core.egnn.cpu;

import java.util.Arrays;

/**
 * The vector-Jacobian product of the messages of a chunk, without tangents and without the gradient
 * by the parameters, from what the tape kept of the edges.
 */
final class MessageVjp {
  private final Weights weights;
  private final Kernels kernels;
  private final ForwardPass forward;
  private final Tape tape;
  private final Scratch scratch;

  MessageVjp(Weights weights, Kernels kernels, ForwardPass forward, Tape tape, Scratch scratch) {
    this.weights = weights;
    this.kernels = kernels;
    this.forward = forward;
    this.tape = tape;
    this.scratch = scratch;
  }

  /**
   * Goes back through a chunk; see {@link MessageReverse#run}, of whose rows those of the tangents
   * stay as they are.
   */
  void run(
      int l,
      EdgeRange edges,
      float[] pairs,
      float[] pairsCotangent,
      float[] sumsCotangent,
      float[] movedCotangent,
      float[] xCotangent) {
    Weights.Layer layer = weights.layer(l);
    int elements = edges.elements();
    Distances d = forward.distances().values();
    float[] bar = scratch.cotangent;
    if (forward.equivariant()) {
      head(l, edges, movedCotangent, xCotangent, bar);
    } else {
      Arrays.fill(bar, 0, elements, 0);
      forward.distances().clearLayerCotangents(edges);
    }
    kernels
        .activations()
        .silu(tape.zSecond, tape.edgesOf(l, edges), elements, scratch.message, 0, scratch.slope, 0);
    kernels
        .reverse()
        .messageVjp(
            edges,
            bar,
            sumsCotangent,
            layer.gate,
            tape.gate,
            tape.gateOf(l, edges),
            scratch.message,
            scratch.slope);
    float[] other = scratch.otherCotangent;
    back(bar, layer.second, other, edges);
    float[] z = scratch.first;
    kernels.messages().pairs(edges, pairs, 0, d, z, 0);
    kernels.activations().silu(z, 0, elements, z, 0, scratch.slope, 0);
    kernels.reverse().firstVjp(edges, scratch.slope, other, pairsCotangent, d);
    if (forward.equivariant()) {
      forward
          .geometry()
          .distancesReverse(
              edges,
              tape.x,
              tape.xOf(l),
              forward.block().nodes() * forward.geometry().dimensions(),
              d.layerCotangent,
              forward.distances().tangents().layerCotangent,
              xCotangent);
    }
  }

  private void head(
      int l, EdgeRange edges, float[] movedCotangent, float[] xCotangent, float[] bar) {
    Weights.Layer layer = weights.layer(l);
    forward
        .geometry()
        .moveReverse(
            edges,
            tape.x,
            tape.xOf(l),
            forward.block().nodes() * forward.geometry().dimensions(),
            forward.distances().values(),
            forward.distances().tangents(),
            tape.gate,
            tape.headOf(l, edges, 0),
            tape.headOf(l, edges, 1),
            movedCotangent,
            xCotangent,
            scratch.headCotangent,
            scratch.dHeadCotangent);
    float[] zBar = scratch.otherCotangent;
    int z = tape.edgesOf(l, edges);
    float[] slope = scratch.slope;
    kernels.activations().silu(tape.zHead, z, edges.elements(), zBar, 0, slope, 0);
    kernels
        .reverse()
        .headVjp(
            edges, slope, weights.elements(), layer.places.head(), scratch.headCotangent, zBar);
    back(zBar, layer.headFirst, bar, edges);
  }

  private void back(float[] out, Weights.Map map, float[] in, EdgeRange edges) {
    kernels.matrices().map(out, 0, edges.count(), map.backward, weights.zeros(), 0, in, 0);
  }
}
