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
  public void scores(
      EdgeRange e, Gate g, float[] m, int m0, float bias, float[] scores, int score) {
    int width = e.width();
    for (int local = 0; local < e.count(); local++) {
      scores[score + local] = dot(m, m0 + local * width, g.weights(), g.vector(), width) + bias;
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
    gate(e, m, gated, gates, gate, sums, sums0);
    gateTangent(e, m, gated, t0, gates, gate, dScore, sums, sums0 + step);
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
}
