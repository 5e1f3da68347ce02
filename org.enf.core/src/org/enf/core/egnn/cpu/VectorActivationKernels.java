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

  @Override
  public void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, z, z0 + k);
      FloatVector s = VectorLogistic.of(v);
      FloatVector both = s.sub(s.mul(s));
      v.mul(s).intoArray(y, y0 + k);
      v.fma(both, s).intoArray(slope, s0 + k);
    }
  }

  @Override
  public void siluCurved(
      float[] z, int z0, int count, float[] y, float[] slope, int s0, float[] curve) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, z, z0 + k);
      FloatVector s = VectorLogistic.of(v);
      FloatVector both = s.sub(s.mul(s));
      v.mul(s).intoArray(y, k);
      v.fma(both, s).intoArray(slope, s0 + k);
      v.fma(FloatVector.broadcast(S, 1).sub(s.add(s)), FloatVector.broadcast(S, 2))
          .mul(both)
          .intoArray(curve, k);
    }
  }

  @Override
  public void logistic(float[] z, int z0, int count) {
    int k = 0;
    for (; k + LANES <= count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, z, z0 + k);
      v.fma(FloatVector.broadcast(S, 0), VectorLogistic.of(v)).intoArray(z, z0 + k);
    }
    for (; k < count; k++) {
      z[z0 + k] = Logistic.of(z[z0 + k]);
    }
  }

  @Override
  public void tanh(float[] z, int z0, int count, float factor) {
    int k = 0;
    for (; k + LANES <= count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, z, z0 + k);
      v.fma(FloatVector.broadcast(S, 0), VectorLogistic.centred(v.add(v)).mul(2 * factor))
          .intoArray(z, z0 + k);
    }
    for (; k < count; k++) {
      z[z0 + k] = factor * Logistic.tanh(z[z0 + k]);
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
  public void tangentCurved(float[] slope, float[] curve, float[] dz, int dz0, int count) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, dz, dz0 + k);
      FloatVector.fromArray(S, curve, k).mul(v).intoArray(curve, k);
      FloatVector.fromArray(S, slope, k).mul(v).intoArray(dz, dz0 + k);
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
