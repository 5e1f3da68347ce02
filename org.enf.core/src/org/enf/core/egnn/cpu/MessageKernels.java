package org.enf.core.egnn.cpu;

/**
 * What is done along the edges of a chunk.
 *
 * <p>Kernels of the way back are "dual": they take rows of values and, at a second offset, rows of
 * tangents.
 */
interface MessageKernels {
  /**
   * What goes into the first activation of the messages, or its tangent: z = P_receiver + Q_sender
   * + Σ_k distance_k·w_k.
   *
   * @param e the edges, the first one stands at {@code z0}
   * @param pq rows [P, Q] of the nodes, the first at {@code pq0}
   */
  void pairs(EdgeRange e, float[] pq, int pq0, Distances d, float[] z, int z0);

  /**
   * Back through the first activation, dual: cotangents of y and ẏ become those of z and ż, go to
   * receivers and senders, and give those of the distances.
   *
   * @param curveTimesTangent silu''(z)·ż
   * @param cotangent values at 0, tangents at {@code t0}; overwritten
   * @param pqCotangent rows of the nodes are added to: values at 0, tangents at {@code pqT0}
   * @param d value distances and their weights
   * @param dt tangents of the distances
   * @param gradient of the weights of the layer's and the input's distance, added to
   */
  void messageFirstReverse(
      EdgeRange e,
      float[] slope,
      float[] curveTimesTangent,
      float[] cotangent,
      int t0,
      float[] pqCotangent,
      int pqT0,
      Distances d,
      Distances dt,
      float[] gradient,
      int layerGradient,
      int inputGradient);

  /** The scores of a gate: w·m + bias of each edge, from {@code score} on. */
  void scores(EdgeRange e, Gate g, float[] m, float[] scores, int score);

  /**
   * The gate: m is multiplied by the openings and added to the receivers' sums.
   *
   * @param m the messages, the first at 0
   * @param gated receives the gated message
   * @param gates the opening of each edge from {@code gate} on
   * @param sums [nodes × width] from {@code sums0} on
   */
  void gate(
      EdgeRange e, float[] m, float[] gated, float[] gates, int gate, float[] sums, int sums0);

  /**
   * Its tangent.
   *
   * @param gated holds ṁ from {@code dg0} on and receives the tangent of the gated message
   * @param dScore where the tangents of w·m begin in {@code gates}; written if there is a gate
   */
  void gateTangent(
      EdgeRange e,
      Gate g,
      float[] m,
      float[] gated,
      int dg0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0);

  /**
   * Computes gated messages and their tangents again.
   *
   * @param m values at 0, tangents at {@code t0}
   * @param gated receives values at 0, tangents at {@code t0}
   */
  void gateAgain(
      EdgeRange e, float[] m, int t0, float[] gates, int gate, int dScore, float[] gated);

  /**
   * Back through gate and second activation, dual, in place: cotangents of the gated message become
   * those of z and ż.
   *
   * @param cotangent values at 0, tangents at {@code t0}
   * @param sumsCotangent of the receivers' sums: values at 0, tangents at {@code sumsT0}
   * @param gradient of the gate's weights from {@code g0} on, of its bias at {@code gBias0}; the
   *     cotangents of z are summed up from {@code b0} on
   */
  void messageReverse(
      EdgeRange e,
      float[] cotangent,
      int t0,
      float[] sumsCotangent,
      int sumsT0,
      Gate g,
      float[] gates,
      int gate,
      int dScore,
      float[] m,
      float[] slope,
      float[] curveTimesTangent,
      float[] gradient,
      int g0,
      int gBias0,
      int b0);

  /**
   * The weight of a direction before its limit: head = v·y.
   *
   * @param y silu(z)
   * @param slope silu'(z), overwritten by v ⊙ silu'(z)
   * @param heads receives one element an edge from {@code head} on
   */
  void head(EdgeRange e, float[] y, float[] slope, float[] v, int v0, float[] heads, int head);

  /** Its tangent: v ⊙ silu'(z) · ż. */
  void headTangent(EdgeRange e, float[] dz, int dz0, float[] vSlope, float[] heads, int dHead);

  /**
   * Back through the head, dual.
   *
   * @param z holds silu(z) at 0 and silu'(z) at {@code t0} and receives the cotangents of z and ż
   * @param curve silu''(z)
   * @param dz ż from {@code dz0} on
   * @param headCotangent one an edge, the first of the chunk at 0
   * @param gradient of v from {@code g0} on, of the bias from {@code b0} on
   */
  void headReverse(
      EdgeRange e,
      float[] z,
      int t0,
      float[] curve,
      float[] dz,
      int dz0,
      float[] v,
      int v0,
      float[] headCotangent,
      float[] dHeadCotangent,
      float[] gradient,
      int g0,
      int b0);
}
