package org.enf.core.egnn.cpu;

/** The way back through messages in plain Java. */
final class PlainReverseKernels implements ReverseKernels {
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
        float dot = 0;
        for (int k = 0; k < width; k++) {
          cotangent[row + k] += sumsCotangent[i * width + k];
          dot += m[row + k] * cotangent[row + k];
        }
        float factor = gates[gate + local];
        float byScore = g.present() ? factor * (1 - factor) * dot : 0;
        scoreCotangent[local] = byScore;
        for (int k = 0; k < width; k++) {
          cotangent[row + k] =
              (g.weights()[g.vector() + k] * byScore + cotangent[row + k] * factor)
                  * slope[row + k];
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

  @Override
  public void firstVjp(
      EdgeRange e, float[] slope, float[] cotangent, float[] pqCotangent, Distances d) {
    int width = e.width();
    int row = 0;
    for (int i = e.firstNode(); i < e.endNode(); i++) {
      int p = i * 2 * width;
      for (int edge = e.firstEdge(i); edge < e.firstEdge(i + 1); edge++) {
        int q = e.senders()[edge] * 2 * width + width;
        float byFirst = 0;
        float bySecond = 0;
        for (int k = 0; k < width; k++) {
          float bar = cotangent[row + k] * slope[row + k];
          cotangent[row + k] = bar;
          pqCotangent[p + k] += bar;
          pqCotangent[q + k] += bar;
          byFirst += bar * d.weights[d.layerWeights + k];
          bySecond += bar * d.weights[d.inputWeights + k];
        }
        d.layerCotangent[edge] += byFirst;
        d.inputCotangent[edge] += bySecond;
        row += width;
      }
    }
  }

  @Override
  public void headVjp(
      EdgeRange e, float[] slope, float[] v, int v0, float[] headCotangent, float[] cotangent) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      for (int k = 0; k < width; k++) {
        int at = local * width + k;
        cotangent[at] = slope[at] * v[v0 + k] * headCotangent[local];
      }
    }
  }
}
