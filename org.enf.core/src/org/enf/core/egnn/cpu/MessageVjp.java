package org.enf.core.egnn.cpu;

import java.util.Arrays;

/**
 * The way back along the edges of a chunk without tangents, from what the tape kept of the edges:
 * the vector-Jacobian product, and the gradient by the parameters where it is wanted.
 */
final class MessageVjp {
  private final Weights weights;
  private final Kernels kernels;
  private final ForwardPass forward;
  private final Tape tape;
  private final Scratch scratch;
  private final ParameterGradient gradient;

  MessageVjp(
      Weights weights,
      Kernels kernels,
      ForwardPass forward,
      Tape tape,
      Scratch scratch,
      ParameterGradient gradient) {
    this.weights = weights;
    this.kernels = kernels;
    this.forward = forward;
    this.tape = tape;
    this.scratch = scratch;
    this.gradient = gradient;
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
    int elements = edges.elements();
    Distances d = forward.distances().values();
    float[] bar = scratch.cotangent;
    if (forward.equivariant()) {
      head(l, edges, movedCotangent, xCotangent, bar);
    } else {
      Arrays.fill(bar, 0, elements, 0);
      forward.distances().clearLayerCotangents(edges);
    }
    message(l, edges, sumsCotangent, bar);
    first(l, edges, pairs, pairsCotangent, bar);
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
    WeightLayout.Layer places = layer.places;
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
    gradient.addScaledRows(scratch.headCotangent, 0, zBar, edges, places.head());
    kernels
        .reverse()
        .headVjp(edges, slope, weights.elements(), places.head(), scratch.headCotangent, zBar);
    gradient.addBias(zBar, edges.count(), edges.width(), places.headBias());
    if (gradient.wanted()) {
      gateAgain(l, edges);
      gradient.addProduct(scratch.gated, 0, zBar, edges.count(), places.headFirst());
    }
    back(zBar, layer.headFirst, bar, edges);
  }

  private void gateAgain(int l, EdgeRange edges) {
    float[] m = scratch.message;
    int z = tape.edgesOf(l, edges);
    kernels.activations().silu(tape.zSecond, z, edges.elements(), m, 0, scratch.slope, 0);
    kernels
        .activations()
        .scaleRows(
            tape.gate, tape.gateOf(l, edges), m, 0, edges.count(), edges.width(), scratch.gated, 0);
  }

  /** From the cotangent of the gated message to that of what goes into its activation. */
  private void message(int l, EdgeRange edges, float[] sumsCotangent, float[] bar) {
    Weights.Layer layer = weights.layer(l);
    WeightLayout.Layer places = layer.places;
    float[] m = scratch.message;
    int z = tape.edgesOf(l, edges);
    if (!gradient.wanted() || !forward.equivariant()) {
      kernels.activations().silu(tape.zSecond, z, edges.elements(), m, 0, scratch.slope, 0);
    }
    float[] scores = scratch.dHeadCotangent;
    kernels
        .reverse()
        .messageVjp(
            edges,
            bar,
            sumsCotangent,
            layer.gate,
            tape.gate,
            tape.gateOf(l, edges),
            m,
            scratch.slope,
            scores);
    if (layer.gate.present()) {
      gradient.addScaledRows(scores, 0, m, edges, places.gate());
      gradient.addSum(scores, edges.count(), places.gateBias());
    }
    gradient.addBias(bar, edges.count(), edges.width(), places.secondBias());
  }

  /** From there to the nodes and distances. */
  private void first(int l, EdgeRange edges, float[] pairs, float[] pairsCotangent, float[] bar) {
    Weights.Layer layer = weights.layer(l);
    WeightLayout.Layer places = layer.places;
    Distances d = forward.distances().values();
    float[] y = scratch.first;
    kernels.messages().pairs(edges, pairs, 0, d, y, 0);
    kernels.activations().silu(y, 0, edges.elements(), y, 0, scratch.slope, 0);
    gradient.addProduct(y, 0, bar, edges.count(), places.second());
    float[] other = scratch.otherCotangent;
    back(bar, layer.second, other, edges);
    kernels.reverse().firstVjp(edges, scratch.slope, other, pairsCotangent, d);
    gradient.addScaledRows(d.layer, edges.from(), other, edges, places.layerDistance());
    gradient.addScaledRows(d.input, edges.from(), other, edges, places.inputDistance());
  }

  private void back(float[] out, Weights.Map map, float[] in, EdgeRange edges) {
    kernels.matrices().map(out, 0, edges.count(), map.backward, weights.zeros(), 0, in, 0);
  }
}
