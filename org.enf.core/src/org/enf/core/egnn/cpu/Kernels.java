package org.enf.core.egnn.cpu;

/**
 * The inner loops of the engine. Matrices are row by row in {@code float[]} from an offset on;
 * their widths are multiples of {@link #panel()}. With σ for the logistic function, silu(z) = z·σ(z).
 *
 * <p>"Dual" kernels take rows of values and, at a second offset, rows of tangents. An instance
 * belongs to one thread.
 */
interface Kernels {
  /** Which kernels there are. */
  enum Kind {
    /** Those of the Vector API, where the JVM has it. */
    VECTOR {
      @Override
      Kernels create() {
        return new VectorKernels();
      }
    };

    abstract Kernels create();

    /** The fastest kind that this JVM has. */
    static Kind best() {
      return VECTOR;
    }
  }

  /** For the log: how the loops are computed. */
  String description();

  /** Widths of rows are multiples of this. */
  int panel();

  /** Lays a matrix [inner × outer] out as {@link #multiply} wants it. */
  void pack(float[] matrix, int offset, PackedMatrix target);

  /** Lays the transpose of a matrix [outer × inner] out as {@link #multiply} wants it. */
  void packTransposed(float[] matrix, int offset, PackedMatrix target);

  /** c += a·b; a is [rows × inner], c is [rows × outer]. */
  void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0);

  /** c += aᵀ·b; a is [rows × aWidth], b is [rows × bWidth], c is [aWidth × bWidth]. */
  void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0);

  /** y = silu(z), slope = silu'(z) for {@code count} elements. */
  void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0);

  /** y = silu(z), slope = silu'(z), curve = silu''(z) for {@code count} elements. */
  void siluCurved(float[] z, int z0, int count, float[] y, float[] slope, float[] curve);

  /** c = a ⊙ b for {@code count} elements. */
  void product(float[] a, int a0, float[] b, int b0, int count, float[] c, int c0);

  /**
   * Back through silu: from the cotangents of y = silu(z) and of ẏ = silu'(z)·ż to those of z and ż,
   * in place.
   *
   * @param dz ż at {@code dz0}
   * @param cotangent values at {@code v0}, tangents at {@code t0}
   */
  void siluReverse(
      float[] slope, float[] curve, float[] dz, int dz0, int count, float[] cotangent, int v0, int t0);

  /** Adds a row to each of several rows. */
  void addBias(float[] bias, int b0, int width, float[] rows, int r0, int count);

  /** Σ over rows, added to {@code sum}. */
  void addRows(float[] rows, int r0, int count, int width, float[] sum, int s0);

  /**
   * The first activation of the messages: z = P_receiver + Q_sender + Σ_k distance_k·w_k, y =
   * silu(z).
   *
   * @param e the edges, the first one stands at row 0 of y
   * @param pq rows [P, Q] of the nodes, the first at {@code pq0}
   * @param slope receives silu'(z)
   * @param curve receives silu''(z); may be null
   */
  void messageFirst(
      EdgeRange e, float[] pq, int pq0, Distances d, float[] y, float[] slope, float[] curve);

  /**
   * Its tangent: ẏ = slope ⊙ ż.
   *
   * @param d the tangents of the distances
   * @param curve if not null, is multiplied by ż
   * @param dy receives ẏ from {@code dy0} on
   */
  void messageFirstTangent(
      EdgeRange e,
      float[] pq,
      int pq0,
      Distances d,
      float[] slope,
      float[] curve,
      float[] dy,
      int dy0);

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
   * The second activation and the gate: m = silu(z); with a gate, m is multiplied by σ(w·m +
   * bias); the gated m is added to the receivers' sums.
   *
   * @param z from {@code z0} on
   * @param m receives silu(z) without the gate
   * @param slope receives silu'(z)
   * @param gated receives the gated message
   * @param gate receives σ(w·m + bias) of each edge, 1 without a gate
   * @param sums [nodes × width]
   */
  void message(
      EdgeRange e,
      float[] z,
      int z0,
      Gate g,
      float[] m,
      float[] slope,
      float[] gated,
      float[] gate,
      int edge0,
      float[] sums,
      int sums0);

  /**
   * Its tangent.
   *
   * @param dz ż from {@code dz0} on
   * @param dGated receives the tangent of the gated message from {@code dg0} on
   * @param dScore receives the tangent of w·m of each edge, if there is a gate
   * @param sums0 where the tangents of the sums begin
   */
  void messageTangent(
      EdgeRange e,
      float[] dz,
      int dz0,
      Gate g,
      float[] m,
      float[] slope,
      float[] gate,
      int edge0,
      float[] dGated,
      int dg0,
      float[] dScore,
      int dEdge0,
      float[] sums,
      int sums0);

  /**
   * Computes again what the way back needs: m, ṁ, slope, silu''(z)·ż, gated values and tangents.
   *
   * @param z values from {@code z0} on, tangents from {@code dz0} on
   * @param m values at 0, tangents at {@code t0}
   * @param gated values at 0, tangents at {@code t0}
   */
  void messageAgain(
      EdgeRange e,
      float[] z,
      int z0,
      int dz0,
      float[] gates,
      int gate,
      int dScore,
      boolean gatePresent,
      float[] m,
      float[] gated,
      int t0,
      float[] slope,
      float[] curveTimesTangent);

  /**
   * Back through gate and second activation, dual, in place: cotangents of the gated message become
   * those of z and ż.
   *
   * @param cotangent values at 0, tangents at {@code t0}
   * @param sumsCotangent of the receivers' sums: values at 0, tangents at {@code sumsT0}
   * @param gradient of the gate's weights from {@code g0} on, of its bias at {@code gBias0}
   * @param biasGradient Σ of the cotangents of z is added from {@code b0} on
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
   * The weight of a direction before its limit: head = v·silu(z).
   *
   * @param vSlope receives v ⊙ silu'(z)
   */
  void head(EdgeRange e, float[] z, int z0, float[] v, int v0, float[] vSlope, float[] head, int edge0);

  /** Its tangent: v ⊙ silu'(z) · ż. */
  void headTangent(EdgeRange e, float[] dz, int dz0, float[] vSlope, float[] dHead, int dEdge0);

  /**
   * Back through the head, dual.
   *
   * @param z values from {@code z0} on, tangents from {@code dz0} on
   * @param headCotangent one an edge, the first of the chunk at 0
   * @param zCotangent receives values at 0, tangents at {@code t0}
   * @param gradient of v from {@code g0} on, of the bias from {@code b0} on
   */
  void headReverse(
      EdgeRange e,
      float[] z,
      int z0,
      int dz0,
      float[] v,
      int v0,
      float[] headCotangent,
      float[] dHeadCotangent,
      float[] zCotangent,
      int t0,
      float[] gradient,
      int g0,
      int b0);
}
