package org.enf.core.egnn.cpu;

/** Activations in plain Java. */
final class PlainActivationKernels implements ActivationKernels {
  private static final int TILE = 512;

  private final float[] tile = new float[TILE];
  private final float[] tileLogistic = new float[TILE];

  /** σ of a tile of z; the loop has no offsets, so that it becomes vector instructions. */
  private void logisticOfTile(float[] z, int z0, int count) {
    System.arraycopy(z, z0, tile, 0, count);
    for (int k = 0; k < TILE; k++) {
      float x = Math.max(-Logistic.LIMIT, Math.min(Logistic.LIMIT, tile[k]));
      float u = x * x;
      float p =
          (((Logistic.P4 * u + Logistic.P3) * u + Logistic.P2) * u + Logistic.P1) * u + Logistic.P0;
      float q =
          (((Logistic.Q4 * u + Logistic.Q3) * u + Logistic.Q2) * u + Logistic.Q1) * u + Logistic.Q0;
      tileLogistic[k] = 0.5f + Math.max(-0.5f, Math.min(0.5f, x * p / q));
    }
  }

  @Override
  public void silu(float[] z, int z0, int count, float[] y, int y0, float[] slope, int s0) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      logisticOfTile(z, z0 + from, length);
      for (int k = 0; k < length; k++) {
        float v = tile[k];
        float s = tileLogistic[k];
        y[y0 + from + k] = v * s;
        slope[s0 + from + k] = s + v * (s - s * s);
      }
    }
  }

  @Override
  public void siluDual(
      float[] z, int z0, float[] dz, int dz0, int count, float[] y, int y0, float[] dy, int dy0) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      logisticOfTile(z, z0 + from, length);
      for (int k = 0; k < length; k++) {
        float v = tile[k];
        float s = tileLogistic[k];
        y[y0 + from + k] = v * s;
        dy[dy0 + from + k] = (s + v * (s - s * s)) * dz[dz0 + from + k];
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
      logisticOfTile(z, z0 + from, length);
      for (int k = 0; k < length; k++) {
        float v = tile[k];
        float s = tileLogistic[k];
        float both = s - s * s;
        float tangent = dz[dz0 + from + k];
        y[from + k] = v * s;
        slope[from + k] = s + v * both;
        dy[dy0 + from + k] = (s + v * both) * tangent;
        curve[from + k] = both * (2 + v * (1 - 2 * s)) * tangent;
      }
    }
  }

  @Override
  public void siluCurved(
      float[] z, int z0, int count, float[] y, float[] slope, int s0, float[] curve) {
    for (int from = 0; from < count; from += TILE) {
      int length = Math.min(TILE, count - from);
      logisticOfTile(z, z0 + from, length);
      for (int k = 0; k < length; k++) {
        float v = tile[k];
        float s = tileLogistic[k];
        float both = s - s * s;
        y[from + k] = v * s;
        slope[s0 + from + k] = s + v * both;
        curve[from + k] = both * (2 + v * (1 - 2 * s));
      }
    }
  }

  @Override
  public void logistic(float[] z, int z0, int count) {
    for (int k = z0; k < z0 + count; k++) {
      z[k] = Logistic.of(z[k]);
    }
  }

  @Override
  public void tanh(float[] z, int z0, int count, float factor) {
    for (int k = z0; k < z0 + count; k++) {
      z[k] = factor * Logistic.tanh(z[k]);
    }
  }

  @Override
  public void product(float[] a, int a0, float[] b, int b0, int count, float[] c, int c0) {
    for (int k = 0; k < count; k++) {
      c[c0 + k] = a[a0 + k] * b[b0 + k];
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
    for (int k = 0; k < count; k++) {
      float tangent = cotangent[t0 + k];
      cotangent[v0 + k] = cotangent[v0 + k] * slope[k] + curve[k] * dz[dz0 + k] * tangent;
      cotangent[t0 + k] = tangent * slope[k];
    }
  }

  @Override
  public void addBias(float[] bias, int b0, int width, float[] rows, int r0, int count) {
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < width; k++) {
        rows[r0 + i * width + k] += bias[b0 + k];
      }
    }
  }

  @Override
  public void scaleRows(
      float[] a, int a0, float[] b, int b0, int count, int width, float[] c, int c0) {
    for (int i = 0; i < count; i++) {
      for (int k = i * width; k < (i + 1) * width; k++) {
        c[c0 + k] = a[a0 + i] * b[b0 + k];
      }
    }
  }

  @Override
  public void addScaledRows(
      float[] factors, int f0, float[] rows, int r0, int count, int width, float[] sum, int s0) {
    for (int i = 0; i < count; i++) {
      float factor = factors[f0 + i];
      for (int k = 0; k < width; k++) {
        sum[s0 + k] += factor * rows[r0 + i * width + k];
      }
    }
  }

  @Override
  public void addRows(float[] rows, int r0, int count, int width, float[] sum, int s0) {
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < width; k++) {
        sum[s0 + k] += rows[r0 + i * width + k];
      }
    }
  }
}
