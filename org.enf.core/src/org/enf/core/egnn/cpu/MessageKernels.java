package org.enf.core.egnn.cpu;

/**
 * What is done along the edges of a chunk forwards. Those with one tangent, which training needs,
 * are "dual": they take rows of values and, at a second offset, rows of tangents.
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
   * The scores of a gate, w·m + bias of each edge, from {@code score} on, or their tangents.
   *
   * @param m the messages, the first at {@code m0}, or their tangents
   * @param bias 0 for tangents
   */
  void scores(EdgeRange e, Gate g, float[] m, int m0, float bias, float[] scores, int score);

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
   * @param dScore where the tangents of the scores begin in {@code gates}
   */
  void gateTangent(
      EdgeRange e,
      float[] m,
      float[] gated,
      int dg0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0);

  /**
   * The gate with one tangent.
   *
   * @param gated receives values at 0, holds ṁ at {@code t0} and receives the tangents there
   * @param step from the sums to those of the tangents
   */
  void gateDual(
      EdgeRange e,
      float[] m,
      float[] gated,
      int t0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0,
      int step);

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
}
