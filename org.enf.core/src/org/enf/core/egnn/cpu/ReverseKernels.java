package org.enf.core.egnn.cpu;

/**
 * What is done along the edges of a chunk on the way back.
 *
 * <p>Kernels are "dual", they take rows of values and, at a second offset, rows of tangents, but
 * for those of the vector-Jacobian product alone.
 */
interface ReverseKernels {

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
   * Back through gate and second activation, values only, in place.
   *
   * @param cotangent of the gated message becomes that of z
   * @param m silu(z), and {@code slope} silu'(z)
   * @param scoreCotangent receives that of each edge's score, the first of the chunk at 0
   */
  void messageVjp(
      EdgeRange e,
      float[] cotangent,
      float[] sumsCotangent,
      Gate g,
      float[] gates,
      int gate,
      float[] m,
      float[] slope,
      float[] scoreCotangent);

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

  /**
   * Back through the first activation, values only: the cotangent of z goes to receivers and
   * senders, and gives those of the distances.
   *
   * @param slope silu'(z)
   * @param cotangent of silu(z), from 0 on, becomes that of z
   * @param pqCotangent rows of the nodes are added to
   */
  void firstVjp(EdgeRange e, float[] slope, float[] cotangent, float[] pqCotangent, Distances d);

  /**
   * Back through the head, values only.
   *
   * @param slope silu'(z)
   * @param headCotangent one an edge, the first of the chunk at 0
   * @param cotangent receives that of z from 0 on
   */
  void headVjp(
      EdgeRange e, float[] slope, float[] v, int v0, float[] headCotangent, float[] cotangent);
}
