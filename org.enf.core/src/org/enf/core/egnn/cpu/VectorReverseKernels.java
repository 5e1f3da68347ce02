package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The way back through messages by the Vector API.
 *
 * <p>A vector never lives across a branch or a call of our own, where the compiler may have to make
 * an object of it: only the methods of the API itself are inlined whatever is around them.
 */
final class VectorReverseKernels implements ReverseKernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  @Override
  public void messageFirstReverse(
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
      int inputGradient) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = e.senders()[edge] * 2 * width + width;
        int row = (edge - from) * width;
        float first = d.layer[edge];
        float second = d.input[edge];
        float dFirst = dt.layer[edge];
        float dSecond = dt.input[edge];
        FloatVector byFirst = FloatVector.broadcast(S, 0);
        FloatVector bySecond = FloatVector.broadcast(S, 0);
        FloatVector byDFirst = FloatVector.broadcast(S, 0);
        FloatVector byDSecond = FloatVector.broadcast(S, 0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector dy = FloatVector.fromArray(S, cotangent, t0 + row + k);
          FloatVector s = FloatVector.fromArray(S, slope, row + k);
          FloatVector dz = dy.mul(s);
          FloatVector z =
              FloatVector.fromArray(S, curveTimesTangent, row + k)
                  .fma(dy, FloatVector.fromArray(S, cotangent, row + k).mul(s));
          FloatVector.fromArray(S, pqCotangent, p + k).add(z).intoArray(pqCotangent, p + k);
          FloatVector.fromArray(S, pqCotangent, q + k).add(z).intoArray(pqCotangent, q + k);
          FloatVector.fromArray(S, pqCotangent, pqT0 + p + k)
              .add(dz)
              .intoArray(pqCotangent, pqT0 + p + k);
          FloatVector.fromArray(S, pqCotangent, pqT0 + q + k)
              .add(dz)
              .intoArray(pqCotangent, pqT0 + q + k);
          FloatVector wFirst = FloatVector.fromArray(S, d.weights, d.layerWeights + k);
          FloatVector wSecond = FloatVector.fromArray(S, d.weights, d.inputWeights + k);
          byFirst = z.fma(wFirst, byFirst);
          bySecond = z.fma(wSecond, bySecond);
          byDFirst = dz.fma(wFirst, byDFirst);
          byDSecond = dz.fma(wSecond, byDSecond);
          FloatVector.fromArray(S, gradient, layerGradient + k)
              .add(
                  z.mul(FloatVector.broadcast(S, first))
                      .add(dz.mul(FloatVector.broadcast(S, dFirst))))
              .intoArray(gradient, layerGradient + k);
          FloatVector.fromArray(S, gradient, inputGradient + k)
              .add(
                  z.mul(FloatVector.broadcast(S, second))
                      .add(dz.mul(FloatVector.broadcast(S, dSecond))))
              .intoArray(gradient, inputGradient + k);
        }
        d.layerCotangent[edge] += byFirst.reduceLanes(VectorOperators.ADD);
        d.inputCotangent[edge] += bySecond.reduceLanes(VectorOperators.ADD);
        dt.layerCotangent[edge] += byDFirst.reduceLanes(VectorOperators.ADD);
        dt.inputCotangent[edge] += byDSecond.reduceLanes(VectorOperators.ADD);
      }
    }
  }

  @Override
  public void gateAgain(
      EdgeRange e, float[] m, int t0, float[] gates, int gate, int dScore, float[] gated) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      float opening = gates[gate + local];
      FloatVector factor = FloatVector.broadcast(S, opening);
      FloatVector dFactor =
          FloatVector.broadcast(S, opening * (1 - opening) * gates[dScore + local]);
      for (int k = 0; k < width; k += LANES) {
        FloatVector y = FloatVector.fromArray(S, m, row + k);
        y.mul(factor).intoArray(gated, row + k);
        y.fma(dFactor, FloatVector.fromArray(S, m, t0 + row + k).mul(factor))
            .intoArray(gated, t0 + row + k);
      }
    }
  }

  @Override
  public void messageReverse(
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
      int b0) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int local = edge - from;
        int row = local * width;
        FloatVector dot = FloatVector.broadcast(S, 0);
        FloatVector dDot = FloatVector.broadcast(S, 0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector c =
              FloatVector.fromArray(S, cotangent, row + k)
                  .add(FloatVector.fromArray(S, sumsCotangent, i * width + k));
          FloatVector dc =
              FloatVector.fromArray(S, cotangent, t0 + row + k)
                  .add(FloatVector.fromArray(S, sumsCotangent, sumsT0 + i * width + k));
          c.intoArray(cotangent, row + k);
          dc.intoArray(cotangent, t0 + row + k);
          FloatVector y = FloatVector.fromArray(S, m, row + k);
          dot = y.fma(c, dot);
          dot = FloatVector.fromArray(S, m, t0 + row + k).fma(dc, dot);
          dDot = y.fma(dc, dDot);
        }
        float opening = gates[gate + local];
        float byScore = 0;
        float byDScore = 0;
        float dOpening = 0;
        if (g.present()) {
          float s1 = opening * (1 - opening);
          float own = gates[dScore + local];
          dOpening = s1 * own;
          byDScore = s1 * dDot.reduceLanes(VectorOperators.ADD);
          byScore = s1 * dot.reduceLanes(VectorOperators.ADD) + (1 - 2 * opening) * own * byDScore;
          gradient[gBias0] += byScore;
        }
        FloatVector factor = FloatVector.broadcast(S, opening);
        FloatVector dFactor = FloatVector.broadcast(S, dOpening);
        FloatVector scores = FloatVector.broadcast(S, byScore);
        FloatVector dScores = FloatVector.broadcast(S, byDScore);
        for (int k = 0; k < width; k += LANES) {
          FloatVector c = FloatVector.fromArray(S, cotangent, row + k);
          FloatVector dc = FloatVector.fromArray(S, cotangent, t0 + row + k);
          FloatVector w = FloatVector.fromArray(S, g.weights(), g.vector() + k);
          FloatVector my = w.fma(scores, c.mul(factor).add(dc.mul(dFactor)));
          FloatVector dmy = w.fma(dScores, dc.mul(factor));
          FloatVector.fromArray(S, gradient, g0 + k)
              .add(
                  FloatVector.fromArray(S, m, row + k)
                      .mul(scores)
                      .add(FloatVector.fromArray(S, m, t0 + row + k).mul(dScores)))
              .intoArray(gradient, g0 + k);
          FloatVector slopes = FloatVector.fromArray(S, slope, row + k);
          FloatVector z =
              my.fma(slopes, FloatVector.fromArray(S, curveTimesTangent, row + k).mul(dmy));
          z.intoArray(cotangent, row + k);
          dmy.mul(slopes).intoArray(cotangent, t0 + row + k);
          FloatVector.fromArray(S, gradient, b0 + k).add(z).intoArray(gradient, b0 + k);
        }
      }
    }
  }

  @Override
  public void messageVjp(
      EdgeRange e,
      float[] cotangent,
      float[] sumsCotangent,
      Gate g,
      float[] gates,
      int gate,
      float[] m,
      float[] slope,
      float[] scoreCotangent) {
    int width = e.width();
    int local = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = local + e.firstEdge(i + 1) - e.firstEdge(i);
      for (; local < end; local++) {
        int row = local * width;
        FloatVector dot = FloatVector.broadcast(S, 0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector c =
              FloatVector.fromArray(S, cotangent, row + k)
                  .add(FloatVector.fromArray(S, sumsCotangent, i * width + k));
          c.intoArray(cotangent, row + k);
          dot = FloatVector.fromArray(S, m, row + k).fma(c, dot);
        }
        float opening = gates[gate + local];
        float byScore =
            g.present() ? opening * (1 - opening) * dot.reduceLanes(VectorOperators.ADD) : 0;
        scoreCotangent[local] = byScore;
        FloatVector factor = FloatVector.broadcast(S, opening);
        FloatVector scores = FloatVector.broadcast(S, byScore);
        for (int k = 0; k < width; k += LANES) {
          FloatVector.fromArray(S, g.weights(), g.vector() + k)
              .fma(scores, FloatVector.fromArray(S, cotangent, row + k).mul(factor))
              .mul(FloatVector.fromArray(S, slope, row + k))
              .intoArray(cotangent, row + k);
        }
      }
    }
  }

  @Override
  public void headReverse(
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
      int b0) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector c = FloatVector.broadcast(S, headCotangent[local]);
      FloatVector dc = FloatVector.broadcast(S, dHeadCotangent[local]);
      for (int k = 0; k < width; k += LANES) {
        FloatVector y = FloatVector.fromArray(S, z, row + k);
        FloatVector slope = FloatVector.fromArray(S, z, t0 + row + k);
        FloatVector tangent = FloatVector.fromArray(S, dz, dz0 + row + k);
        FloatVector w = FloatVector.fromArray(S, v, v0 + k);
        FloatVector byDz = w.mul(dc);
        FloatVector byV = FloatVector.fromArray(S, gradient, g0 + k).add(y.mul(c));
        slope.mul(tangent).fma(dc, byV).intoArray(gradient, g0 + k);
        FloatVector byZ =
            slope.mul(w).fma(c, FloatVector.fromArray(S, curve, row + k).mul(tangent).mul(byDz));
        byZ.intoArray(z, row + k);
        slope.mul(byDz).intoArray(z, t0 + row + k);
        FloatVector.fromArray(S, gradient, b0 + k).add(byZ).intoArray(gradient, b0 + k);
      }
    }
  }

  @Override
  public void firstVjp(
      EdgeRange e, float[] slope, float[] cotangent, float[] pqCotangent, Distances d) {
    int width = e.width();
    int row = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = e.senders()[edge] * 2 * width + width;
        FloatVector byFirst = FloatVector.broadcast(S, 0);
        FloatVector bySecond = FloatVector.broadcast(S, 0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector bar =
              FloatVector.fromArray(S, slope, row + k)
                  .mul(FloatVector.fromArray(S, cotangent, row + k));
          bar.intoArray(cotangent, row + k);
          FloatVector.fromArray(S, pqCotangent, p + k).add(bar).intoArray(pqCotangent, p + k);
          FloatVector.fromArray(S, pqCotangent, q + k).add(bar).intoArray(pqCotangent, q + k);
          byFirst = bar.fma(FloatVector.fromArray(S, d.weights, d.layerWeights + k), byFirst);
          bySecond = bar.fma(FloatVector.fromArray(S, d.weights, d.inputWeights + k), bySecond);
        }
        d.layerCotangent[edge] += byFirst.reduceLanes(VectorOperators.ADD);
        d.inputCotangent[edge] += bySecond.reduceLanes(VectorOperators.ADD);
        row += width;
      }
    }
  }

  @Override
  public void headVjp(
      EdgeRange e, float[] slope, float[] v, int v0, float[] headCotangent, float[] cotangent) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector c = FloatVector.broadcast(S, headCotangent[local]);
      for (int k = 0; k < width; k += LANES) {
        FloatVector.fromArray(S, slope, row + k)
            .mul(FloatVector.fromArray(S, v, v0 + k))
            .mul(c)
            .intoArray(cotangent, row + k);
      }
    }
  }
}
