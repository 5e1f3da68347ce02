package org.enf.core.egnn.cpu;

import java.util.Arrays;

/** The way back along the edges of a chunk. */
final class MessageReverse {
  private final Weights weights;
  private final Kernels kernels;
  private final ForwardPass forward;
  private final Tape tape;
  private final Scratch scratch;
  private final ParameterGradient gradient;

  MessageReverse(
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
   * Goes back through a chunk.
   *
   * @param pairs of the layer's nodes
   * @param pairsCotangent added to
   * @param sumsCotangent of the sums of messages
   * @param movedCotangent of the positions after the move
   * @param xCotangent of the positions before it, added to
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
    WeightLayout.Layer places = layer.places;
    int width = edges.width();
    int elements = edges.elements();
    int nodes = forward.block().nodes();
    Distances d = forward.distances().values();
    Distances dt = forward.distances().tangents();
    int tangents = forward.tangents();
    first(edges, pairs, d, dt);
    if (!tape.edgesKept()) {
      forward.messages().second(l, edges, tangents);
    }
    int z = tape.edgesOf(l, edges);
    float[] m = scratch.message;
    if (tangents == 0) {
      Arrays.fill(m, elements, 2 * elements, 0);
      silu(elements, tape.zSecond, z, m, elements, m, scratch.slope, scratch.curve);
    } else {
      float[] second = tape.zSecond;
      silu(elements, second, z, second, z + elements, m, scratch.slope, scratch.curve);
    }
    kernels
        .reverse()
        .gateAgain(
            edges,
            m,
            elements,
            tape.gate,
            tape.gateOf(l, edges),
            tape.dScoreOf(l, edges, 1),
            scratch.gated);
    float[] bar = scratch.cotangent;
    if (forward.equivariant()) {
      head(l, edges, d, dt, movedCotangent, xCotangent, bar);
    } else {
      Arrays.fill(bar, 0, 2 * elements, 0);
      forward.distances().clearLayerCotangents(edges);
    }
    kernels
        .reverse()
        .messageReverse(
            edges,
            bar,
            elements,
            sumsCotangent,
            nodes * width,
            layer.gate,
            tape.gate,
            tape.gateOf(l, edges),
            tape.dScoreOf(l, edges, 1),
            scratch.message,
            scratch.slope,
            scratch.curve,
            gradient.elements(),
            places.gate(),
            places.gateBias(),
            places.secondBias());
    gradient.addProduct(scratch.first, 0, bar, rows(edges), places.second());
    float[] other = scratch.otherCotangent;
    back(bar, layer.second, other, edges);
    kernels
        .reverse()
        .messageFirstReverse(
            edges,
            scratch.firstSlope,
            scratch.firstCurve,
            other,
            elements,
            pairsCotangent,
            nodes * 2 * width,
            d,
            dt,
            gradient.elements(),
            places.layerDistance(),
            places.inputDistance());
    if (forward.equivariant()) {
      forward
          .geometry()
          .distancesReverse(
              edges,
              tape.x,
              tape.xOf(l),
              nodes * forward.geometry().dimensions(),
              d.layerCotangent,
              dt.layerCotangent,
              xCotangent);
    }
  }

  /** The first activation again. */
  private void first(EdgeRange edges, float[] pairs, Distances d, Distances dt) {
    float[] y = scratch.first;
    int elements = edges.elements();
    forward.messages().firstInput(edges, forward.block().nodes(), forward.tangents(), pairs, d, dt);
    if (forward.tangents() == 0) {
      Arrays.fill(y, elements, 2 * elements, 0);
    }
    silu(elements, y, 0, y, elements, y, scratch.firstSlope, scratch.firstCurve);
  }

  private void silu(
      int elements,
      float[] z,
      int z0,
      float[] dz,
      int dz0,
      float[] y,
      float[] slope,
      float[] curve) {
    kernels.activations().siluDualCurved(z, z0, dz, dz0, elements, y, y, elements, slope, curve);
  }

  private void head(
      int l,
      EdgeRange edges,
      Distances d,
      Distances dt,
      float[] movedCotangent,
      float[] xCotangent,
      float[] bar) {
    Weights.Layer layer = weights.layer(l);
    int elements = edges.elements();
    if (!tape.edgesKept()) {
      forward.messages().headFirst(l, edges, forward.tangents());
    }
    forward
        .geometry()
        .moveReverse(
            edges,
            tape.x,
            tape.xOf(l),
            forward.block().nodes() * forward.geometry().dimensions(),
            d,
            dt,
            tape.gate,
            tape.headOf(l, edges, 0),
            tape.headOf(l, edges, 1),
            movedCotangent,
            xCotangent,
            scratch.headCotangent,
            scratch.dHeadCotangent);
    int z = tape.edgesOf(l, edges);
    float[] zBar = scratch.otherCotangent;
    boolean zero = forward.tangents() == 0;
    float[] dz = zero ? scratch.message : tape.zHead;
    int dz0 = zero ? elements : z + elements;
    kernels.activations().siluCurved(tape.zHead, z, elements, zBar, zBar, elements, bar);
    kernels
        .reverse()
        .headReverse(
            edges,
            zBar,
            elements,
            bar,
            dz,
            dz0,
            weights.elements(),
            layer.places.head(),
            scratch.headCotangent,
            scratch.dHeadCotangent,
            gradient.elements(),
            layer.places.head(),
            layer.places.headBias());
    gradient.addProduct(scratch.gated, 0, zBar, rows(edges), layer.places.headFirst());
    back(zBar, layer.headFirst, bar, edges);
  }

  /** From the cotangents of what comes out of a map to those of what goes in. */
  private void back(float[] out, Weights.Map map, float[] in, EdgeRange edges) {
    int rows = rows(edges);
    kernels.matrices().map(out, 0, rows, map.backward, weights.zeros(), 0, in, 0);
    Arrays.fill(in, rows * edges.width(), 2 * edges.elements(), 0);
  }

  /** Values, and below them tangents if there are any. */
  private int rows(EdgeRange edges) {
    return (1 + forward.tangents()) * edges.count();
  }
}
