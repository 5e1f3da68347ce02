package org.enf.core.egnn.cpu;

/**
 * What is done element by element, or row by row. With σ for the logistic function, silu(z) =
 * z·σ(z).
 */
interface ActivationKernels {
  /** y = silu(z), slope = silu'(z) for {@code count} elements. */
  void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0);

  /**
   * The same without the slope, and with one tangent: ẏ = silu'(z)·ż.
   *
   * @param dz ż from {@code dz0} on
   * @param dy receives ẏ from {@code dy0} on; may be ż itself
   */
  void siluDual(
      float[] z, int z0, float[] dz, int dz0, int count, float[] y, int y0, float[] dy, int dy0);

  /**
   * The same for the way back: slope = silu'(z) and curve = silu''(z)·ż besides.
   *
   * @param slope from 0 on
   * @param curve from 0 on
   */
  void siluDualCurved(
      float[] z,
      int z0,
      float[] dz,
      int dz0,
      int count,
      float[] y,
      float[] dy,
      int dy0,
      float[] slope,
      float[] curve);

  /** y = silu(z), slope = silu'(z), curve = silu''(z); y or curve may be z itself. */
  void siluCurved(float[] z, int z0, int count, float[] y, float[] slope, int s0, float[] curve);

  /**
   * z becomes σ(z), in place, for {@code count} elements; NaN stays NaN, infinity may become it.
   */
  void logistic(float[] z, int z0, int count);

  /** z becomes factor · tanh(z), in place, likewise. */
  void tanh(float[] z, int z0, int count, float factor);

  /** c = a ⊙ b for {@code count} elements. */
  void product(float[] a, int a0, float[] b, int b0, int count, float[] c, int c0);

  /**
   * Back through silu: from the cotangents of y = silu(z) and of ẏ = silu'(z)·ż to those of z and
   * ż, in place.
   *
   * @param dz ż at {@code dz0}
   * @param cotangent values at {@code v0}, tangents at {@code t0}
   */
  void siluReverse(
      float[] slope,
      float[] curve,
      float[] dz,
      int dz0,
      int count,
      float[] cotangent,
      int v0,
      int t0);

  /** Adds a row to each of several rows. */
  void addBias(float[] bias, int b0, int width, float[] rows, int r0, int count);

  /** c = a_i · b for rows b_i, for {@code count} rows. */
  void scaleRows(float[] a, int a0, float[] b, int b0, int count, int width, float[] c, int c0);

  /** Σ over rows i of factors_i · row_i, added to {@code sum}. */
  void addScaledRows(
      float[] factors, int f0, float[] rows, int r0, int count, int width, float[] sum, int s0);

  /** Σ over rows, added to {@code sum}. */
  void addRows(float[] rows, int r0, int count, int width, float[] sum, int s0);
}
