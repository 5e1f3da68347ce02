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
    int z = tape.edgesOf(l, edges);
    second(l, edges, tangents);
    silu(edges, tangents, tape.zSecond, z, scratch.message, scratch.gated, scratch.slope);
    gate(l, edges, nodes, tangents);
    if (geometry != null) {
      head(l, edges, tangents);
      move(l, edges, nodes, tangents, d, dt, moved);
    }
  }

  /** Gates the messages and adds them up. */
  private void gate(int l, EdgeRange edges, int nodes, int tangents) {
    scores(l, edges, tangents);
    MessageKernels messages = kernels.messages();
    float[] m = scratch.message;
    float[] gated = scratch.gated;
    float[] sums = tape.messageSums;
    int gate = tape.gateOf(l, edges);
    int sums0 = tape.nodesOf(l);
    int elements = edges.elements();
    int step = nodes * edges.width();
    if (tangents == 1) {
      int dScore = tape.dScoreOf(l, edges, 1);
      messages.gateDual(edges, m, gated, elements, tape.gate, gate, dScore, sums, sums0, step);
      return;
    }
    messages.gate(edges, m, gated, tape.gate, gate, sums, sums0);
    for (int t = 1; t <= tangents; t++) {
      int dScore = tape.dScoreOf(l, edges, t);
      messages.gateTangent(
          edges, m, gated, t * elements, tape.gate, gate, dScore, sums, sums0 + t * step);
    }
  }

  /** How far the gates are open, and the tangents of their scores. */
  private void scores(int l, EdgeRange edges, int tangents) {
    Gate g = weights.layer(l).gate;
    int gate = tape.gateOf(l, edges);
    int count = edges.count();
    if (g.present()) {
      float bias = g.weights()[g.bias()];
      kernels.messages().scores(edges, g, scratch.message, 0, bias, tape.gate, gate);
      kernels.activations().logistic(tape.gate, gate, count);
    } else {
      Arrays.fill(tape.gate, gate, gate + count, 1);
    }
    for (int t = 1; t <= tangents; t++) {
      int dScore = tape.dScoreOf(l, edges, t);
      if (g.present()) {
        int m0 = t * edges.elements();
        kernels.messages().scores(edges, g, scratch.gated, m0, 0, tape.gate, dScore);
      } else {
        Arrays.fill(tape.gate, dScore, dScore + count, 0);
      }
    }
  }

  /** The first activation of the messages. */
  private void first(
      EdgeRange edges, int nodes, int tangents, float[] pq, Distances d, Distances dt) {
    float[] y = scratch.first;
    firstInput(edges, nodes, tangents, pq, d, dt);
    silu(edges, tangents, y, 0, y, y, scratch.firstSlope);
  }

  /**
   * An activation with its tangents.
   *
   * @param z values at {@code z0}, each tangent as far behind the last one as there are elements
   * @param y receives the values from 0 on
   * @param dy receives the tangents where they stand in {@code z} as seen from {@code z0}; not the
   *     values
   * @param slope scratch
   */
  private void silu(
      EdgeRange edges, int tangents, float[] z, int z0, float[] y, float[] dy, float[] slope) {
    int elements = edges.elements();
    ActivationKernels activations = kernels.activations();
    if (tangents == 1) {
      activations.siluDual(z, z0, z, z0 + elements, elements, y, 0, dy, elements);
      return;
    }
    activations.silu(z, z0, elements, y, 0, slope, 0);
    for (int t = 1; t <= tangents; t++) {
      activations.product(slope, 0, z, z0 + t * elements, elements, dy, t * elements);
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
    heads(l, edges, tangents, z);
    geometry.limit(kernels.activations(), tape.gate, tape.headOf(l, edges, 0), edges.count());
  }

  private void heads(int l, EdgeRange edges, int tangents, int z) {
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
