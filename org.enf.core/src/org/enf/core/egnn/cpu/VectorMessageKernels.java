package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Messages by the Vector API.
 *
 * <p>A vector never lives across a branch or a call of our own, where the compiler may have to make
 * an object of it: only the methods of the API itself are inlined whatever is around them.
 */
final class VectorMessageKernels implements MessageKernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private final Buffer dGateBuffer = new Buffer();

  @Override
  public void pairs(EdgeRange e, float[] pq, int pq0, Distances d, float[] z, int z0) {
    int width = e.width();
    int row = z0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = pq0 + i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = pq0 + e.senders()[edge] * 2 * width + width;
        FloatVector first = FloatVector.broadcast(S, d.layer[d.offset + edge]);
        FloatVector second = FloatVector.broadcast(S, d.input[d.offset + edge]);
        for (int k = 0; k < width; k += LANES) {
          FloatVector sum =
              FloatVector.fromArray(S, pq, p + k).add(FloatVector.fromArray(S, pq, q + k));
          sum = FloatVector.fromArray(S, d.weights, d.layerWeights + k).fma(first, sum);
          FloatVector.fromArray(S, d.weights, d.inputWeights + k)
              .fma(second, sum)
              .intoArray(z, row + k);
        }
        row += width;
      }
    }
  }

  @Override
  public void scores(
      EdgeRange e, Gate g, float[] m, int m0, float bias, float[] scores, int score) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      scores[score + local] = dot(m, m0 + local * width, g, width) + bias;
    }
  }

  @Override
  public void gate(
      EdgeRange e, float[] m, float[] gated, float[] gates, int gate, float[] sums, int sums0) {
    int width = e.width();
    int first = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = first + e.firstEdge(i + 1) - e.firstEdge(i);
      for (int k = 0; k < width; k += LANES) {
        FloatVector sum = FloatVector.fromArray(S, sums, sums0 + i * width + k);
        for (int local = first; local < end; local++) {
          FloatVector y =
              FloatVector.fromArray(S, m, local * width + k)
                  .mul(FloatVector.broadcast(S, gates[gate + local]));
          y.intoArray(gated, local * width + k);
          sum = sum.add(y);
        }
        sum.intoArray(sums, sums0 + i * width + k);
      }
      first = end;
    }
  }

  @Override
  public void gateDual(
      EdgeRange e,
      float[] m,
      float[] gated,
      int t0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0,
      int step) {
    int width = e.width();
    int count = e.count();
    float[] dGates = dGateBuffer.atLeast(count);
    for (int local = 0; local < count; local++) {
      float opening = gates[gate + local];
      dGates[local] = opening * (1 - opening) * gates[dScore + local];
    }
    int first = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = first + e.firstEdge(i + 1) - e.firstEdge(i);
      for (int k = 0; k < width; k += LANES) {
        int at = sums0 + i * width + k;
        FloatVector sum = FloatVector.fromArray(S, sums, at);
        FloatVector dSum = FloatVector.fromArray(S, sums, at + step);
        for (int local = first; local < end; local++) {
          int row = local * width + k;
          FloatVector factor = FloatVector.broadcast(S, gates[gate + local]);
          FloatVector v = FloatVector.fromArray(S, m, row);
          FloatVector y = v.mul(factor);
          FloatVector dy =
              v.fma(
                  FloatVector.broadcast(S, dGates[local]),
                  FloatVector.fromArray(S, gated, t0 + row).mul(factor));
          y.intoArray(gated, row);
          dy.intoArray(gated, t0 + row);
          sum = sum.add(y);
          dSum = dSum.add(dy);
        }
        sum.intoArray(sums, at);
        dSum.intoArray(sums, at + step);
      }
      first = end;
    }
  }

  @Override
  public void gateTangent(
      EdgeRange e,
      float[] m,
      float[] gated,
      int dg0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0) {
    int width = e.width();
    int local = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = local + e.firstEdge(i + 1) - e.firstEdge(i);
      for (; local < end; local++) {
        float opening = gates[gate + local];
        FloatVector factor = FloatVector.broadcast(S, opening);
        FloatVector dFactor =
            FloatVector.broadcast(S, opening * (1 - opening) * gates[dScore + local]);
        for (int k = 0; k < width; k += LANES) {
          int at = dg0 + local * width + k;
          FloatVector y =
              FloatVector.fromArray(S, m, local * width + k)
                  .fma(dFactor, FloatVector.fromArray(S, gated, at).mul(factor));
          y.intoArray(gated, at);
          FloatVector.fromArray(S, sums, sums0 + i * width + k)
              .add(y)
              .intoArray(sums, sums0 + i * width + k);
        }
      }
    }
  }

  @Override
  public void head(
      EdgeRange e, float[] y, float[] slope, float[] v, int v0, float[] heads, int head) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector dot = FloatVector.broadcast(S, 0);
      for (int k = 0; k < width; k += LANES) {
        FloatVector w = FloatVector.fromArray(S, v, v0 + k);
        dot = FloatVector.fromArray(S, y, row + k).fma(w, dot);
        FloatVector.fromArray(S, slope, row + k).mul(w).intoArray(slope, row + k);
      }
      heads[head + local] = dot.reduceLanes(VectorOperators.ADD);
    }
  }

  @Override
  public void headTangent(
      EdgeRange e, float[] dz, int dz0, float[] vSlope, float[] heads, int dHead) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector dot = FloatVector.broadcast(S, 0);
      for (int k = 0; k < width; k += LANES) {
        dot =
            FloatVector.fromArray(S, dz, dz0 + row + k)
                .fma(FloatVector.fromArray(S, vSlope, row + k), dot);
      }
      heads[dHead + local] = dot.reduceLanes(VectorOperators.ADD);
    }
  }

  private static float dot(float[] rows, int row, Gate g, int width) {
    FloatVector dot = FloatVector.broadcast(S, 0);
    for (int k = 0; k < width; k += LANES) {
      dot =
          FloatVector.fromArray(S, rows, row + k)
              .fma(FloatVector.fromArray(S, g.weights(), g.vector() + k), dot);
    }
    return dot.reduceLanes(VectorOperators.ADD);
  }
}
