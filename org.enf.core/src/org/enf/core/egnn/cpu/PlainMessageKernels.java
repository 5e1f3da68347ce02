package org.enf.core.egnn.cpu;

/** Messages in plain Java. */
final class PlainMessageKernels implements MessageKernels {
  private static float dot(float[] a, int a0, float[] b, int b0, int count) {
    float sum = 0;
    for (int k = 0; k < count; k++) {
      sum += a[a0 + k] * b[b0 + k];
    }
    return sum;
  }

  @Override
  public void pairs(EdgeRange e, float[] pq, int pq0, Distances d, float[] z, int z0) {
    int width = e.width();
    int row = z0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = pq0 + i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = pq0 + e.senders()[edge] * 2 * width + width;
        float first = d.layer[d.offset + edge];
        float second = d.input[d.offset + edge];
        for (int k = 0; k < width; k++) {
          z[row + k] =
              pq[p + k]
                  + pq[q + k]
                  + first * d.weights[d.layerWeights + k]
                  + second * d.weights[d.inputWeights + k];
        }
        row += width;
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
    int row = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = e.senders()[edge] * 2 * width + width;
        float byFirst = 0;
        float bySecond = 0;
        float byDFirst = 0;
        float byDSecond = 0;
        for (int k = 0; k < width; k++) {
          float dy = cotangent[t0 + row + k];
          float dz = dy * slope[row + k];
          float z = curveTimesTangent[row + k] * dy + cotangent[row + k] * slope[row + k];
          pqCotangent[p + k] += z;
          pqCotangent[q + k] += z;
          pqCotangent[pqT0 + p + k] += dz;
          pqCotangent[pqT0 + q + k] += dz;
          float wFirst = d.weights[d.layerWeights + k];
          float wSecond = d.weights[d.inputWeights + k];
          byFirst += z * wFirst;
          bySecond += z * wSecond;
          byDFirst += dz * wFirst;
          byDSecond += dz * wSecond;
          gradient[layerGradient + k] += z * d.layer[edge] + dz * dt.layer[edge];
          gradient[inputGradient + k] += z * d.input[edge] + dz * dt.input[edge];
        }
        d.layerCotangent[edge] += byFirst;
        d.inputCotangent[edge] += bySecond;
        dt.layerCotangent[edge] += byDFirst;
        dt.inputCotangent[edge] += byDSecond;
        row += width;
      }
    }
  }

  @Override
  public void scores(EdgeRange e, Gate g, float[] m, float[] scores, int score) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      scores[score + local] =
          dot(m, local * width, g.weights(), g.vector(), width) + g.weights()[g.bias()];
    }
  }

  @Override
  public void gate(
      EdgeRange e, float[] m, float[] gated, float[] gates, int gate, float[] sums, int sums0) {
    int width = e.width();
    int local = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = local + e.firstEdge(i + 1) - e.firstEdge(i);
      for (; local < end; local++) {
        float factor = gates[gate + local];
        for (int k = 0; k < width; k++) {
          float y = m[local * width + k] * factor;
          gated[local * width + k] = y;
          sums[sums0 + i * width + k] += y;
        }
      }
    }
  }

  @Override
  public void gateTangent(
      EdgeRange e,
      Gate g,
      float[] m,
      float[] gated,
      int dg0,
      float[] gates,
      int gate,
      int dScore,
      float[] sums,
      int sums0) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      gates[dScore + local] =
          g.present() ? dot(gated, dg0 + local * width, g.weights(), g.vector(), width) : 0;
    }
    int local = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = local + e.firstEdge(i + 1) - e.firstEdge(i);
      for (; local < end; local++) {
        float factor = gates[gate + local];
        float dFactor = factor * (1 - factor) * gates[dScore + local];
        for (int k = 0; k < width; k++) {
          int at = dg0 + local * width + k;
          float y = m[local * width + k] * dFactor + gated[at] * factor;
          gated[at] = y;
          sums[sums0 + i * width + k] += y;
        }
      }
    }
  }

  @Override
  public void gateAgain(
      EdgeRange e, float[] m, int t0, float[] gates, int gate, int dScore, float[] gated) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      float factor = gates[gate + local];
      float dFactor = factor * (1 - factor) * gates[dScore + local];
      for (int at = local * width; at < (local + 1) * width; at++) {
        gated[at] = m[at] * factor;
        gated[t0 + at] = m[at] * dFactor + m[t0 + at] * factor;
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
    int local = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int end = local + e.firstEdge(i + 1) - e.firstEdge(i);
      for (; local < end; local++) {
        int row = local * width;
        float dot = 0;
        float dDot = 0;
        for (int k = 0; k < width; k++) {
          float c = cotangent[row + k] + sumsCotangent[i * width + k];
          float dc = cotangent[t0 + row + k] + sumsCotangent[sumsT0 + i * width + k];
          cotangent[row + k] = c;
          cotangent[t0 + row + k] = dc;
          dot += m[row + k] * c + m[t0 + row + k] * dc;
          dDot += m[row + k] * dc;
        }
        float factor = gates[gate + local];
        float own = gates[dScore + local];
        float s1 = g.present() ? factor * (1 - factor) : 0;
        float dFactor = s1 * own;
        float byDScore = s1 * dDot;
        float byScore = s1 * dot + (1 - 2 * factor) * own * byDScore;
        gradient[gBias0] += byScore;
        for (int k = 0; k < width; k++) {
          float c = cotangent[row + k];
          float dc = cotangent[t0 + row + k];
          float w = g.weights()[g.vector() + k];
          float my = w * byScore + c * factor + dc * dFactor;
          float dmy = w * byDScore + dc * factor;
          gradient[g0 + k] += m[row + k] * byScore + m[t0 + row + k] * byDScore;
          float z = my * slope[row + k] + curveTimesTangent[row + k] * dmy;
          cotangent[row + k] = z;
          cotangent[t0 + row + k] = dmy * slope[row + k];
          gradient[b0 + k] += z;
        }
      }
    }
  }

  @Override
  public void head(
      EdgeRange e, float[] y, float[] slope, float[] v, int v0, float[] heads, int head) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      heads[head + local] = dot(y, local * width, v, v0, width);
      for (int k = 0; k < width; k++) {
        slope[local * width + k] *= v[v0 + k];
      }
    }
  }

  @Override
  public void headTangent(
      EdgeRange e, float[] dz, int dz0, float[] vSlope, float[] heads, int dHead) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      int row = local * width;
      heads[dHead + local] = dot(dz, dz0 + row, vSlope, row, width);
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
    for (int local = 0; local < e.count(); local++) {
      int row = local * width;
      float c = headCotangent[local];
      float dc = dHeadCotangent[local];
      for (int k = 0; k < width; k++) {
        float slope = z[t0 + row + k];
        float tangent = dz[dz0 + row + k];
        float byDz = v[v0 + k] * dc;
        gradient[g0 + k] += z[row + k] * c + slope * tangent * dc;
        float byZ = slope * v[v0 + k] * c + curve[row + k] * tangent * byDz;
        z[row + k] = byZ;
        z[t0 + row + k] = slope * byDz;
        gradient[b0 + k] += byZ;
      }
    }
  }
}
