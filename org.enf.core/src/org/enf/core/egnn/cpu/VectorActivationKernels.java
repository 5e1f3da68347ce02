package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Activations by the Vector API.
 *
 * <p>A vector never lives across a branch or a call of our own, where the compiler may have to make
 * an object of it: only the methods of the API itself are inlined whatever is around them.
 */
final class VectorActivationKernels implements ActivationKernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** So many elements go through a loop for their σ and then through another one. */
  private static final int TILE = 512;

  private final float[] tile = new float[TILE];
  private final float[] own = new float[TILE];

  @Override
  public void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      VectorLogistic.centred(z, z0 + from, 1, length, tile);
      for (int k = 0; k < length; k += LANES) {
        FloatVector v = FloatVector.fromArray(S, z, z0 + from + k);
        FloatVector s = FloatVector.fromArray(S, tile, k).add(0.5f);
        v.mul(s).intoArray(y, y0 + from + k);
        v.fma(s.sub(s.mul(s)), s).intoArray(slope, s0 + from + k);
      }
    }
  }

  @Override
  public void siluDual(
      float[] z, int z0, float[] dz, int dz0, int count, float[] y, int y0, float[] dy, int dy0) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      VectorLogistic.centred(z, z0 + from, 1, length, tile);
      for (int k = 0; k < length; k += LANES) {
        FloatVector v = FloatVector.fromArray(S, z, z0 + from + k);
        FloatVector s = FloatVector.fromArray(S, tile, k).add(0.5f);
        v.mul(s).intoArray(y, y0 + from + k);
        v.fma(s.sub(s.mul(s)), s)
            .mul(FloatVector.fromArray(S, dz, dz0 + from + k))
            .intoArray(dy, dy0 + from + k);
      }
    }
  }

  @Override
  public void siluDualCurved(
      float[] z,
      int z0,
      float[] dz,
      int dz0,
      int count,
      float[] y,
      float[] dy,
      int dy0,
      float[] slope,
      float[] curve) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      VectorLogistic.centred(z, z0 + from, 1, length, tile);
      for (int k = 0; k < length; k += LANES) {
        FloatVector v = FloatVector.fromArray(S, z, z0 + from + k);
        FloatVector dv = FloatVector.fromArray(S, dz, dz0 + from + k);
        FloatVector s = FloatVector.fromArray(S, tile, k).add(0.5f);
        FloatVector both = s.sub(s.mul(s));
        FloatVector slopes = v.fma(both, s);
        v.mul(s).intoArray(y, from + k);
        slopes.intoArray(slope, from + k);
        slopes.mul(dv).intoArray(dy, dy0 + from + k);
        v.fma(FloatVector.broadcast(S, 1).sub(s.add(s)), FloatVector.broadcast(S, 2))
            .mul(both)
            .mul(dv)
            .intoArray(curve, from + k);
      }
    }
  }

  @Override
  public void siluCurved(
      float[] z, int z0, int count, float[] y, float[] slope, int s0, float[] curve) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      VectorLogistic.centred(z, z0 + from, 1, length, tile);
      for (int k = 0; k < length; k += LANES) {
        FloatVector v = FloatVector.fromArray(S, z, z0 + from + k);
        FloatVector s = FloatVector.fromArray(S, tile, k).add(0.5f);
        FloatVector both = s.sub(s.mul(s));
        v.mul(s).intoArray(y, from + k);
        v.fma(both, s).intoArray(slope, s0 + from + k);
        v.fma(FloatVector.broadcast(S, 1).sub(s.add(s)), FloatVector.broadcast(S, 2))
            .mul(both)
            .intoArray(curve, from + k);
      }
    }
  }

  @Override
  public void logistic(float[] z, int z0, int count) {
    affine(z, z0, 1, count, 1, 0.5f);
  }

  @Override
  public void tanh(float[] z, int z0, int count, float factor) {
    affine(z, z0, 2, count, 2 * factor, 0);
  }

  /** z becomes factor·(σ(scale·z) − 1/2) + shift, in place; counts need not fill vectors. */
  private void affine(float[] z, int z0, float scale, int count, float factor, float shift) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      System.arraycopy(z, z0 + from, own, 0, length);
      VectorLogistic.centred(own, 0, scale, length, tile);
      for (int k = 0; k < length; k++) {
        // zero times a number that is none brings it back
        z[z0 + from + k] = factor * tile[k] + shift + 0 * own[k];
      }
    }
  }

  @Override
  public void product(float[] a, int a0, float[] b, int b0, int count, float[] c, int c0) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector.fromArray(S, a, a0 + k)
          .mul(FloatVector.fromArray(S, b, b0 + k))
          .intoArray(c, c0 + k);
    }
  }

  @Override
  public void siluReverse(
      float[] slope,
      float[] curve,
      float[] dz,
      int dz0,
      int count,
      float[] cotangent,
      int v0,
      int t0) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector tangent = FloatVector.fromArray(S, cotangent, t0 + k);
      FloatVector s = FloatVector.fromArray(S, slope, k);
      FloatVector.fromArray(S, cotangent, v0 + k)
          .mul(s)
          .add(
              FloatVector.fromArray(S, curve, k)
                  .mul(FloatVector.fromArray(S, dz, dz0 + k))
                  .mul(tangent))
          .intoArray(cotangent, v0 + k);
      tangent.mul(s).intoArray(cotangent, t0 + k);
    }
  }

  @Override
  public void addBias(float[] bias, int b0, int width, float[] rows, int r0, int count) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector own = FloatVector.fromArray(S, bias, b0 + k);
      for (int i = 0; i < count; i++) {
        FloatVector.fromArray(S, rows, r0 + i * width + k)
            .add(own)
            .intoArray(rows, r0 + i * width + k);
      }
    }
  }

  @Override
  public void scaleRows(
      float[] a, int a0, float[] b, int b0, int count, int width, float[] c, int c0) {
    for (int i = 0; i < count; i++) {
      FloatVector factor = FloatVector.broadcast(S, a[a0 + i]);
      for (int k = i * width; k < (i + 1) * width; k += LANES) {
        FloatVector.fromArray(S, b, b0 + k).mul(factor).intoArray(c, c0 + k);
      }
    }
  }

  @Override
  public void addScaledRows(
      float[] factors, int f0, float[] rows, int r0, int count, int width, float[] sum, int s0) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector total = FloatVector.fromArray(S, sum, s0 + k);
      for (int i = 0; i < count; i++) {
        total =
            FloatVector.fromArray(S, rows, r0 + i * width + k)
                .fma(FloatVector.broadcast(S, factors[f0 + i]), total);
      }
      total.intoArray(sum, s0 + k);
    }
  }

  @Override
  public void addRows(float[] rows, int r0, int count, int width, float[] sum, int s0) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector total = FloatVector.fromArray(S, sum, s0 + k);
      for (int i = 0; i < count; i++) {
        total = total.add(FloatVector.fromArray(S, rows, r0 + i * width + k));
      }
      total.intoArray(sum, s0 + k);
    }
  }
}
