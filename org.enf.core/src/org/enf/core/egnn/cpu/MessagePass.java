package org.enf.core.egnn.cpu;

import java.util.Arrays;

/** The messages along the edges of a chunk: value and tangents, forwards. */
final class MessagePass {
  private final Weights weights;
  private final Kernels kernels;
  private final Geometry geometry;
  private final Tape tape;
  private final Scratch scratch;

  /**
   * A pass.
   *
   * @param geometry moves the positions; null if they do not move
   */
  MessagePass(Weights weights, Kernels kernels, Geometry geometry, Tape tape, Scratch scratch) {
    this.weights = weights;
    this.kernels = kernels;
    this.geometry = geometry;
    this.tape = tape;
    this.scratch = scratch;
  }

  /**
   * Sends the messages of a chunk: their sums are added up on the tape, and {@code moved} takes
   * what they move.
   *
   * @param pq [nodes × 2 widths], the tangents below
   * @param d squared distances, tangents of all directions below each other
   */
  void run(
      int l,
      EdgeRange edges,
      int nodes,
      int tangents,
      float[] pq,
      Distances d,
      Distances dt,
      float[] moved) {
    first(edges, nodes, tangents, pq, d, dt);
    Weights.Layer layer = weights.layer(l);
    int width = edges.width();
    int elements = edges.elements();
    int z = tape.edgesOf(l, edges);
    second(l, edges, tangents);
    kernels.activations().silu(tape.zSecond, z, elements, scratch.message, 0, scratch.slope, 0);
    int gate = tape.gateOf(l, edges);
    if (layer.gate.present()) {
      kernels.messages().scores(edges, layer.gate, scratch.message, tape.gate, gate);
      kernels.activations().logistic(tape.gate, gate, edges.count());
    } else {
      Arrays.fill(tape.gate, gate, gate + edges.count(), 1);
    }
    kernels
        .messages()
        .gate(
            edges,
            scratch.message,
            scratch.gated,
            tape.gate,
            gate,
            tape.messageSums,
            tape.nodesOf(l));
    for (int t = 1; t <= tangents; t++) {
      int at = t * elements;
      kernels
          .activations()
          .product(scratch.slope, 0, tape.zSecond, z + at, elements, scratch.gated, at);
      kernels
          .messages()
          .gateTangent(
              edges,
              layer.gate,
              scratch.message,
              scratch.gated,
              at,
              tape.gate,
              gate,
              tape.dScoreOf(l, edges, t),
              tape.messageSums,
              tape.nodesOf(l) + t * nodes * width);
    }
    if (geometry != null) {
      head(l, edges, tangents);
      move(l, edges, nodes, tangents, d, dt, moved);
    }
  }

  /** The first activation of the messages. */
  private void first(
      EdgeRange edges, int nodes, int tangents, float[] pq, Distances d, Distances dt) {
    firstInput(edges, nodes, tangents, pq, d, dt);
    int elements = edges.elements();
    float[] y = scratch.first;
    kernels.activations().silu(y, 0, elements, y, 0, scratch.firstSlope, 0);
    for (int t = 1; t <= tangents; t++) {
      kernels
          .activations()
          .product(scratch.firstSlope, 0, y, t * elements, elements, y, t * elements);
    }
  }

  /** What goes into it: values and tangents in {@link Scratch#first}. */
  void firstInput(EdgeRange edges, int nodes, int tangents, float[] pq, Distances d, Distances dt) {
    kernels.messages().pairs(edges, pq, 0, d, scratch.first, 0);
    for (int t = 1; t <= tangents; t++) {
      dt.offset = (t - 1) * edges.edgesOfBlock();
      int pairs = t * nodes * 2 * edges.width();
      kernels.messages().pairs(edges, pq, pairs, dt, scratch.first, t * edges.elements());
    }
    dt.offset = 0;
  }

  /** The map before the second activation. */
  void second(int l, EdgeRange edges, int tangents) {
    Weights.Layer layer = weights.layer(l);
    map(layer.second, layer.places.secondBias(), edges, tangents, scratch.first, tape.zSecond, l);
  }

  private void map(
      Weights.Map map,
      int bias,
      EdgeRange edges,
      int tangents,
      float[] input,
      float[] output,
      int l) {
    int z = tape.edgesOf(l, edges);
    int elements = edges.elements();
    MatrixKernels matrices = kernels.matrices();
    matrices.map(input, 0, edges.count(), map.forward, weights.elements(), bias, output, z);
    if (tangents > 0) {
      int rows = tangents * edges.count();
      matrices.map(input, elements, rows, map.forward, weights.zeros(), 0, output, z + elements);
    }
  }

  /** The map before the activation of the coordinate head. */
  void headFirst(int l, EdgeRange edges, int tangents) {
    Weights.Layer layer = weights.layer(l);
    map(layer.headFirst, layer.places.headBias(), edges, tangents, scratch.gated, tape.zHead, l);
  }

  private void head(int l, EdgeRange edges, int tangents) {
    headFirst(l, edges, tangents);
    int z = tape.edgesOf(l, edges);
    float[] y = scratch.first;
    kernels.activations().silu(tape.zHead, z, edges.elements(), y, 0, scratch.firstSlope, 0);
    kernels
        .messages()
        .head(
            edges,
            y,
            scratch.firstSlope,
            weights.elements(),
            weights.layer(l).places.head(),
            tape.gate,
            tape.headOf(l, edges, 0));
    geometry.limit(kernels.activations(), tape.gate, tape.headOf(l, edges, 0), edges.count());
    for (int t = 1; t <= tangents; t++) {
      kernels
          .messages()
          .headTangent(
              edges,
              tape.zHead,
              z + t * edges.elements(),
              scratch.firstSlope,
              tape.gate,
              tape.headOf(l, edges, t));
    }
  }

  private void move(
      int l, EdgeRange edges, int nodes, int tangents, Distances d, Distances dt, float[] moved) {
    int copy = nodes * geometry.dimensions();
    int x = tape.xOf(l);
    int head = tape.headOf(l, edges, 0);
    geometry.move(edges, tape.x, x, d.layer, tape.gate, head, moved);
    for (int t = 1; t <= tangents; t++) {
      geometry.moveTangent(
          edges,
          tape.x,
          x,
          t * copy,
          d.layer,
          dt.layer,
          (t - 1) * edges.edgesOfBlock(),
          tape.gate,
          head,
          tape.headOf(l, edges, t),
          moved);
    }
  }
}
