package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Logistic} by the Vector API in few instructions: numbers are cut off by the bits of their
 * magnitudes, and division is two of Halley's steps from an approximation by the exponent. It is
 * the same function up to rounding, but for NaN, of which it makes some number.
 */
final class VectorLogistic {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private static final int MAGNITUDE = Integer.MAX_VALUE;
  private static final int LIMIT_BITS = Float.floatToRawIntBits(Logistic.LIMIT);
  private static final int HALF_BITS = Float.floatToRawIntBits(0.5f);

  /** Less the bits of −q, it gives the bits of about 1/q. */
  private static final int RECIPROCAL_BITS = 0x7ef311c7 + Integer.MIN_VALUE;

  private VectorLogistic() {}

  /** σ(scale·z) − 1/2 of as many elements, rounded up to whole vectors, from 0 on in {@code s}. */
  static void centred(float[] z, int z0, float scale, int count, float[] s) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = FloatVector.fromArray(S, z, z0 + k).mul(scale);
      IntVector bits = v.reinterpretAsInts();
      FloatVector x = bits.and(MAGNITUDE).min(LIMIT_BITS).reinterpretAsFloats();
      FloatVector u = x.mul(x);
      FloatVector p =
          u.fma(FloatVector.broadcast(S, Logistic.P4), FloatVector.broadcast(S, Logistic.P3));
      p =
          u.fma(p, FloatVector.broadcast(S, Logistic.P2))
              .fma(u, FloatVector.broadcast(S, Logistic.P1))
              .fma(u, FloatVector.broadcast(S, Logistic.P0))
              .mul(x);
      FloatVector minusQ =
          u.fma(FloatVector.broadcast(S, -Logistic.Q4), FloatVector.broadcast(S, -Logistic.Q3));
      minusQ =
          u.fma(minusQ, FloatVector.broadcast(S, -Logistic.Q2))
              .fma(u, FloatVector.broadcast(S, -Logistic.Q1))
              .fma(u, FloatVector.broadcast(S, -Logistic.Q0));
      FloatVector r =
          IntVector.broadcast(I, RECIPROCAL_BITS)
              .sub(minusQ.reinterpretAsInts())
              .reinterpretAsFloats();
      FloatVector e = minusQ.fma(r, FloatVector.broadcast(S, 1));
      r = e.fma(e, e).fma(r, r);
      e = minusQ.fma(r, FloatVector.broadcast(S, 1));
      r = e.fma(e, e).fma(r, r).mul(p);
      r.reinterpretAsInts()
          .min(HALF_BITS)
          .or(bits.and(~MAGNITUDE))
          .reinterpretAsFloats()
          .intoArray(s, k);
    }
  }
}
