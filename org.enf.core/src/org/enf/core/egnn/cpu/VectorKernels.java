package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels by the Vector API ({@code jdk.incubator.vector}).
 *
 * <p>A vector never lives across a branch: the compiler would box it there.
 */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  @Override
  public String description() {
    return "Vector API, " + S.vectorBitSize() + " bits";
  }

  @Override
  public int panel() {
    return VectorMatrixKernels.PANEL;
  }

  @Override
  public void pack(float[] matrix, int offset, PackedMatrix target) {
    VectorMatrixKernels.pack(matrix, offset, target);
  }

  @Override
  public void packTransposed(float[] matrix, int offset, PackedMatrix target) {
    VectorMatrixKernels.packTransposed(matrix, offset, target);
  }

  @Override
  public void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0) {
    VectorMatrixKernels.multiply(a, a0, rows, b, c, c0);
  }

  @Override
  public void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0) {
    VectorMatrixKernels.multiplyTransposed(a, a0, aWidth, b, b0, bWidth, rows, c, c0);
  }

  private static FloatVector at(float[] elements, int index) {
    return FloatVector.fromArray(S, elements, index);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(S, value);
  }

  private static FloatVector logistic(FloatVector z) {
    FloatVector x = z.lanewise(VectorOperators.MIN, Logistic.LIMIT);
    x = x.lanewise(VectorOperators.MAX, -Logistic.LIMIT);
    FloatVector u = x.mul(x);
    FloatVector p = u.fma(all(Logistic.P4), all(Logistic.P3));
    p = u.fma(p, all(Logistic.P2));
    p = u.fma(p, all(Logistic.P1));
    p = u.fma(p, all(Logistic.P0));
    FloatVector q = u.fma(all(Logistic.Q4), all(Logistic.Q3));
    q = u.fma(q, all(Logistic.Q2));
    q = u.fma(q, all(Logistic.Q1));
    q = u.fma(q, all(Logistic.Q0));
    FloatVector half = x.mul(p).div(q).lanewise(VectorOperators.MIN, 0.5f);
    return half.lanewise(VectorOperators.MAX, -0.5f).add(all(0.5f));
  }

  /** silu'(z) = σ + z·σ(1 − σ). */
  private static FloatVector slope(FloatVector z, FloatVector s) {
    return z.fma(s.sub(s.mul(s)), s);
  }

  /** silu''(z) = σ(1 − σ)·(2 + z(1 − 2σ)). */
  private static FloatVector curve(FloatVector z, FloatVector s) {
    return s.sub(s.mul(s)).mul(z.fma(all(1).sub(s.add(s)), all(2)));
  }

  private static void add(FloatVector v, float[] target, int index) {
    at(target, index).add(v).intoArray(target, index);
  }

  private static float sum(FloatVector v) {
    return v.reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = at(z, z0 + k);
      FloatVector s = logistic(v);
      v.mul(s).intoArray(y, y0 + k);
      slope(v, s).intoArray(slope, s0 + k);
    }
  }

  @Override
  public void siluCurved(float[] z, int z0, int count, float[] y, float[] slope, float[] curve) {
    for (int k = 0; k < count; k += LANES) {
      FloatVector v = at(z, z0 + k);
      FloatVector s = logistic(v);
      v.mul(s).intoArray(y, k);
      slope(v, s).intoArray(slope, k);
      curve(v, s).intoArray(curve, k);
    }
  }

  @Override
  public void product(float[] a, int a0, float[] b, int b0, int count, float[] c, int c0) {
    for (int k = 0; k < count; k += LANES) {
      at(a, a0 + k).mul(at(b, b0 + k)).intoArray(c, c0 + k);
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
      FloatVector tangent = at(cotangent, t0 + k);
      FloatVector s = at(slope, k);
      at(cotangent, v0 + k)
          .mul(s)
          .add(at(curve, k).mul(at(dz, dz0 + k)).mul(tangent))
          .intoArray(cotangent, v0 + k);
      tangent.mul(s).intoArray(cotangent, t0 + k);
    }
  }

  @Override
  public void addBias(float[] bias, int b0, int width, float[] rows, int r0, int count) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector own = at(bias, b0 + k);
      for (int i = 0; i < count; i++) {
        add(own, rows, r0 + i * width + k);
      }
    }
  }

  @Override
  public void addRows(float[] rows, int r0, int count, int width, float[] sum, int s0) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector total = at(sum, s0 + k);
      for (int i = 0; i < count; i++) {
        total = total.add(at(rows, r0 + i * width + k));
      }
      total.intoArray(sum, s0 + k);
    }
  }

  @Override
  public void messageFirst(
      EdgeRange e, float[] pq, int pq0, Distances d, float[] y, float[] slope, float[] curve) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = pq0 + i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = pq0 + e.senders()[edge] * 2 * width + width;
        float first = d.layer[d.offset + edge];
        float second = d.input[d.offset + edge];
        int row = (edge - from) * width;
        if (curve == null) {
          messageFirst(pq, p, q, width, first, second, d, y, slope, row);
        } else {
          messageFirstCurved(pq, p, q, width, first, second, d, y, slope, curve, row);
        }
      }
    }
  }

  private static FloatVector preActivation(
      float[] pq, int p, int q, float first, float second, Distances d, int k) {
    FloatVector z = at(pq, p + k).add(at(pq, q + k));
    z = at(d.weights, d.layerWeights + k).fma(all(first), z);
    return at(d.weights, d.inputWeights + k).fma(all(second), z);
  }

  private static void messageFirst(
      float[] pq,
      int p,
      int q,
      int width,
      float first,
      float second,
      Distances d,
      float[] y,
      float[] slope,
      int row) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector z = preActivation(pq, p, q, first, second, d, k);
      FloatVector s = logistic(z);
      z.mul(s).intoArray(y, row + k);
      slope(z, s).intoArray(slope, row + k);
    }
  }

  private static void messageFirstCurved(
      float[] pq,
      int p,
      int q,
      int width,
      float first,
      float second,
      Distances d,
      float[] y,
      float[] slope,
      float[] curve,
      int row) {
    for (int k = 0; k < width; k += LANES) {
      FloatVector z = preActivation(pq, p, q, first, second, d, k);
      FloatVector s = logistic(z);
      z.mul(s).intoArray(y, row + k);
      slope(z, s).intoArray(slope, row + k);
      curve(z, s).intoArray(curve, row + k);
    }
  }

  @Override
  public void messageFirstTangent(
      EdgeRange e,
      float[] pq,
      int pq0,
      Distances d,
      float[] slope,
      float[] curve,
      float[] dy,
      int dy0) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = pq0 + i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = pq0 + e.senders()[edge] * 2 * width + width;
        float first = d.layer[d.offset + edge];
        float second = d.input[d.offset + edge];
        int row = (edge - from) * width;
        if (curve == null) {
          for (int k = 0; k < width; k += LANES) {
            preActivation(pq, p, q, first, second, d, k)
                .mul(at(slope, row + k))
                .intoArray(dy, dy0 + row + k);
          }
        } else {
          for (int k = 0; k < width; k += LANES) {
            FloatVector dz = preActivation(pq, p, q, first, second, d, k);
            dz.mul(at(slope, row + k)).intoArray(dy, dy0 + row + k);
            dz.mul(at(curve, row + k)).intoArray(curve, row + k);
          }
        }
      }
    }
  }

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
        FloatVector byFirst = all(0);
        FloatVector bySecond = all(0);
        FloatVector byDFirst = all(0);
        FloatVector byDSecond = all(0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector dy = at(cotangent, t0 + row + k);
          FloatVector s = at(slope, row + k);
          FloatVector dz = dy.mul(s);
          FloatVector z = at(curveTimesTangent, row + k).fma(dy, at(cotangent, row + k).mul(s));
          add(z, pqCotangent, p + k);
          add(z, pqCotangent, q + k);
          add(dz, pqCotangent, pqT0 + p + k);
          add(dz, pqCotangent, pqT0 + q + k);
          FloatVector wFirst = at(d.weights, d.layerWeights + k);
          FloatVector wSecond = at(d.weights, d.inputWeights + k);
          byFirst = z.fma(wFirst, byFirst);
          bySecond = z.fma(wSecond, bySecond);
          byDFirst = dz.fma(wFirst, byDFirst);
          byDSecond = dz.fma(wSecond, byDSecond);
          add(z.mul(all(first)).add(dz.mul(all(dFirst))), gradient, layerGradient + k);
          add(z.mul(all(second)).add(dz.mul(all(dSecond))), gradient, inputGradient + k);
        }
        d.layerCotangent[edge] += sum(byFirst);
        d.inputCotangent[edge] += sum(bySecond);
        dt.layerCotangent[edge] += sum(byDFirst);
        dt.inputCotangent[edge] += sum(byDSecond);
      }
    }
  }

  @Override
  public void message(
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
      int sums0) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int local = edge - from;
        int row = local * width;
        FloatVector dot = all(0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector v = at(z, z0 + row + k);
          FloatVector s = logistic(v);
          FloatVector y = v.mul(s);
          y.intoArray(m, row + k);
          slope(v, s).intoArray(slope, row + k);
          dot = y.fma(at(g.weights(), g.vector() + k), dot);
        }
        float opening = 1;
        if (g.present()) {
          opening = Logistic.of(sum(dot) + g.weights()[g.bias()]);
        }
        gate[edge0 + local] = opening;
        FloatVector factor = all(opening);
        for (int k = 0; k < width; k += LANES) {
          FloatVector y = at(m, row + k).mul(factor);
          y.intoArray(gated, row + k);
          add(y, sums, sums0 + i * width + k);
        }
      }
    }
  }

  @Override
  public void messageTangent(
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
      int sums0) {
    int width = e.width();
    int from = e.from();
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int local = edge - from;
        int row = local * width;
        FloatVector dot = all(0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector y = at(dz, dz0 + row + k).mul(at(slope, row + k));
          y.intoArray(dGated, dg0 + row + k);
          dot = y.fma(at(g.weights(), g.vector() + k), dot);
        }
        float opening = gate[edge0 + local];
        float dOpening = 0;
        if (g.present()) {
          float own = sum(dot);
          dScore[dEdge0 + local] = own;
          dOpening = opening * (1 - opening) * own;
        }
        FloatVector factor = all(opening);
        FloatVector dFactor = all(dOpening);
        for (int k = 0; k < width; k += LANES) {
          FloatVector y = at(m, row + k).fma(dFactor, at(dGated, dg0 + row + k).mul(factor));
          y.intoArray(dGated, dg0 + row + k);
          add(y, sums, sums0 + i * width + k);
        }
      }
    }
  }

  @Override
  public void messageAgain(
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
      float[] curveTimesTangent) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      float opening = gates[gate + local];
      float dOpening = gatePresent ? opening * (1 - opening) * gates[dScore + local] : 0;
      FloatVector factor = all(opening);
      FloatVector dFactor = all(dOpening);
      for (int k = 0; k < width; k += LANES) {
        FloatVector v = at(z, z0 + row + k);
        FloatVector dv = at(z, dz0 + row + k);
        FloatVector s = logistic(v);
        FloatVector y = v.mul(s);
        FloatVector slopes = slope(v, s);
        FloatVector dy = slopes.mul(dv);
        y.intoArray(m, row + k);
        dy.intoArray(m, t0 + row + k);
        slopes.intoArray(slope, row + k);
        curve(v, s).mul(dv).intoArray(curveTimesTangent, row + k);
        y.mul(factor).intoArray(gated, row + k);
        y.fma(dFactor, dy.mul(factor)).intoArray(gated, t0 + row + k);
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
        FloatVector dot = all(0);
        FloatVector dDot = all(0);
        for (int k = 0; k < width; k += LANES) {
          FloatVector c = at(cotangent, row + k).add(at(sumsCotangent, i * width + k));
          FloatVector dc =
              at(cotangent, t0 + row + k).add(at(sumsCotangent, sumsT0 + i * width + k));
          c.intoArray(cotangent, row + k);
          dc.intoArray(cotangent, t0 + row + k);
          FloatVector y = at(m, row + k);
          dot = y.fma(c, dot);
          dot = at(m, t0 + row + k).fma(dc, dot);
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
          byDScore = s1 * sum(dDot);
          byScore = s1 * sum(dot) + (1 - 2 * opening) * own * byDScore;
          gradient[gBias0] += byScore;
        }
        FloatVector factor = all(opening);
        FloatVector dFactor = all(dOpening);
        FloatVector scores = all(byScore);
        FloatVector dScores = all(byDScore);
        for (int k = 0; k < width; k += LANES) {
          FloatVector c = at(cotangent, row + k);
          FloatVector dc = at(cotangent, t0 + row + k);
          FloatVector w = at(g.weights(), g.vector() + k);
          FloatVector my = w.fma(scores, c.mul(factor).add(dc.mul(dFactor)));
          FloatVector dmy = w.fma(dScores, dc.mul(factor));
          add(
              at(m, row + k).mul(scores).add(at(m, t0 + row + k).mul(dScores)),
              gradient,
              g0 + k);
          FloatVector slopes = at(slope, row + k);
          FloatVector z = my.fma(slopes, at(curveTimesTangent, row + k).mul(dmy));
          z.intoArray(cotangent, row + k);
          dmy.mul(slopes).intoArray(cotangent, t0 + row + k);
          add(z, gradient, b0 + k);
        }
      }
    }
  }

  @Override
  public void head(
      EdgeRange e, float[] z, int z0, float[] v, int v0, float[] vSlope, float[] head, int edge0) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector dot = all(0);
      for (int k = 0; k < width; k += LANES) {
        FloatVector x = at(z, z0 + row + k);
        FloatVector s = logistic(x);
        FloatVector w = at(v, v0 + k);
        dot = x.mul(s).fma(w, dot);
        slope(x, s).mul(w).intoArray(vSlope, row + k);
      }
      head[edge0 + local] = sum(dot);
    }
  }

  @Override
  public void headTangent(
      EdgeRange e, float[] dz, int dz0, float[] vSlope, float[] dHead, int dEdge0) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector dot = all(0);
      for (int k = 0; k < width; k += LANES) {
        dot = at(dz, dz0 + row + k).fma(at(vSlope, row + k), dot);
      }
      dHead[dEdge0 + local] = sum(dot);
    }
  }

  @Override
  public void headReverse(
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
      int b0) {
    int width = e.width();
    int count = e.count();
    for (int local = 0; local < count; local++) {
      int row = local * width;
      FloatVector c = all(headCotangent[local]);
      FloatVector dc = all(dHeadCotangent[local]);
      for (int k = 0; k < width; k += LANES) {
        FloatVector x = at(z, z0 + row + k);
        FloatVector dx = at(z, dz0 + row + k);
        FloatVector s = logistic(x);
        FloatVector slopes = slope(x, s);
        FloatVector w = at(v, v0 + k);
        FloatVector wdc = w.mul(dc);
        add(x.mul(s).mul(c).add(slopes.mul(dx).mul(dc)), gradient, g0 + k);
        FloatVector byX = slopes.mul(w).fma(c, curve(x, s).mul(dx).mul(wdc));
        byX.intoArray(zCotangent, row + k);
        slopes.mul(wdc).intoArray(zCotangent, t0 + row + k);
        add(byX, gradient, b0 + k);
      }
    }
  }
}
