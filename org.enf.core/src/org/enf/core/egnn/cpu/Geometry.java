package org.enf.core.egnn.cpu;

/**
 * Differences and distances of the positions of a block, and how messages move them: x_i += Σ_j
 * φ_ij (x_i − x_j) / (|x_i − x_j| + 1) with φ = R·tanh(head), or φ = head without a limit.
 *
 * <p>Positions are [nodes × dimensions]; those of a tangent stand below those of the values. With r
 * for a squared distance, w(r) = 1 / (√(r + 10⁻⁸) + 1).
 */
final class Geometry {
  /** Keeps the root's derivative finite where atoms meet. */
  private static final float SOFTENING = 1e-8f;

  private final int dimensions;
  private final float limit;

  /**
   * A geometry.
   *
   * @param limit R, or 0 for none
   */
  Geometry(int dimensions, double limit) {
    this.dimensions = dimensions;
    this.limit = (float) limit;
  }

  int dimensions() {
    return dimensions;
  }

  /** Squared distances of all edges; positions begin at {@code x0}. */
  void distances(Block block, float[] x, int x0, float[] target) {
    for (int i = 0; i < block.nodes(); i++) {
      for (int e = block.firstEdge(i); e < block.firstEdge(i + 1); e++) {
        int j = block.senders()[e];
        float sum = 0;
        for (int a = 0; a < dimensions; a++) {
          float difference = x[x0 + i * dimensions + a] - x[x0 + j * dimensions + a];
          sum += difference * difference;
        }
        target[e] = sum;
      }
    }
  }

  /** Their tangents; those of the positions begin {@code step} elements behind the positions. */
  void distanceTangents(Block block, float[] x, int x0, int step, float[] target, int offset) {
    for (int i = 0; i < block.nodes(); i++) {
      for (int e = block.firstEdge(i); e < block.firstEdge(i + 1); e++) {
        int j = block.senders()[e];
        float sum = 0;
        for (int a = 0; a < dimensions; a++) {
          int ia = x0 + i * dimensions + a;
          int ja = x0 + j * dimensions + a;
          sum += (x[ia] - x[ja]) * (x[step + ia] - x[step + ja]);
        }
        target[offset + e] = 2 * sum;
      }
    }
  }

  private static float weight(float root) {
    return 1 / (root + 1);
  }

  private static float root(float r) {
    return (float) Math.sqrt(r + SOFTENING);
  }

  /** φ of some edges from their heads, in place. */
  void limit(ActivationKernels activations, float[] heads, int head, int count) {
    if (limit != 0) {
      activations.tanh(heads, head, count, limit);
    }
  }

  /**
   * Moves the receivers of some edges.
   *
   * @param r squared distances
   * @param phis φ of each edge from {@code phi0} on
   * @param moved added to
   */
  void move(EdgeRange edges, float[] x, int x0, float[] r, float[] phis, int phi0, float[] moved) {
    int from = edges.from();
    for (int i = edges.firstNode(); i < edges.endNode(); i++) {
      for (int e = edges.firstEdge(i); e < edges.firstEdge(i + 1); e++) {
        int j = edges.senders()[e];
        float factor = phis[phi0 + e - from] * weight(root(r[e]));
        for (int a = 0; a < dimensions; a++) {
          int ia = i * dimensions + a;
          moved[ia] += factor * (x[x0 + ia] - x[x0 + j * dimensions + a]);
        }
      }
    }
  }

  /** dφ/dhead. */
  private float phiSlope(float phi) {
    return limit == 0 ? 1 : limit - phi * phi / limit;
  }

  /** d²φ/dhead². */
  private float phiCurve(float phi, float slope) {
    return limit == 0 ? 0 : -2 * phi / limit * slope;
  }

  /**
   * The tangent of {@link #move}.
   *
   * @param step from the values of positions and of what is moved to their tangents
   * @param dr tangents of the squared distances from {@code dr0} on
   */
  void moveTangent(
      EdgeRange edges,
      float[] x,
      int x0,
      int step,
      float[] r,
      float[] dr,
      int dr0,
      float[] phis,
      int phi0,
      int dHead,
      float[] moved) {
    int from = edges.from();
    for (int i = edges.firstNode(); i < edges.endNode(); i++) {
      for (int e = edges.firstEdge(i); e < edges.firstEdge(i + 1); e++) {
        int j = edges.senders()[e];
        float phi = phis[phi0 + e - from];
        float dPhi = phiSlope(phi) * phis[dHead + e - from];
        float root = root(r[e]);
        float w = weight(root);
        float factor = phi * w;
        float dFactor = dPhi * w - phi * w * w / (2 * root) * dr[dr0 + e];
        for (int a = 0; a < dimensions; a++) {
          int ia = x0 + i * dimensions + a;
          int ja = x0 + j * dimensions + a;
          moved[step + i * dimensions + a] +=
              dFactor * (x[ia] - x[ja]) + factor * (x[step + ia] - x[step + ja]);
        }
      }
    }
  }

  /**
   * Back through {@link #move} and its tangent.
   *
   * @param movedCotangent of the positions after the move, values and below them tangents
   * @param xCotangent of the positions before it, added to
   * @param d squared distances; their cotangents are overwritten
   * @param dt their tangents; their cotangents are overwritten
   * @param headCotangent receives one an edge, the first at 0
   */
  void moveReverse(
      EdgeRange edges,
      float[] x,
      int x0,
      int step,
      Distances d,
      Distances dt,
      float[] phis,
      int phi0,
      int dHead,
      float[] movedCotangent,
      float[] xCotangent,
      float[] headCotangent,
      float[] dHeadCotangent) {
    int from = edges.from();
    for (int i = edges.firstNode(); i < edges.endNode(); i++) {
      for (int e = edges.firstEdge(i); e < edges.firstEdge(i + 1); e++) {
        int j = edges.senders()[e];
        float phi = phis[phi0 + e - from];
        float slope = phiSlope(phi);
        float byHead = phis[dHead + e - from];
        float dPhi = slope * byHead;
        float dr = dt.layer[e];
        float root = root(d.layer[e]);
        float w = weight(root);
        float w1 = -w * w / (2 * root);
        float w2 = w * w * (w / (2 * root * root) + 1 / (4 * root * root * root));
        float factor = phi * w;
        float dFactor = dPhi * w + phi * w1 * dr;
        float factorBar = 0;
        float dFactorBar = 0;
        for (int a = 0; a < dimensions; a++) {
          int ia = i * dimensions + a;
          int ja = j * dimensions + a;
          float value = movedCotangent[ia];
          float tangent = movedCotangent[step + ia];
          float difference = x[x0 + ia] - x[x0 + ja];
          factorBar += value * difference + tangent * (x[x0 + step + ia] - x[x0 + step + ja]);
          dFactorBar += tangent * difference;
          float bar = factor * value + dFactor * tangent;
          float dBar = factor * tangent;
          xCotangent[ia] += bar;
          xCotangent[ja] -= bar;
          xCotangent[step + ia] += dBar;
          xCotangent[step + ja] -= dBar;
        }
        float phiBar = factorBar * w + dFactorBar * w1 * dr;
        float dPhiBar = dFactorBar * w;
        d.layerCotangent[e] =
            (factorBar * phi + dFactorBar * dPhi) * w1 + dFactorBar * phi * dr * w2;
        dt.layerCotangent[e] = dFactorBar * phi * w1;
        headCotangent[e - from] = phiBar * slope + dPhiBar * phiCurve(phi, slope) * byHead;
        dHeadCotangent[e - from] = dPhiBar * slope;
      }
    }
  }

  /** From cotangents of squared distances and of their tangents to those of the positions. */
  void distancesReverse(
      EdgeRange edges,
      float[] x,
      int x0,
      int step,
      float[] rBar,
      float[] drBar,
      float[] xCotangent) {
    for (int i = edges.firstNode(); i < edges.endNode(); i++) {
      for (int e = edges.firstEdge(i); e < edges.firstEdge(i + 1); e++) {
        int j = edges.senders()[e];
        float value = 2 * rBar[e];
        float tangent = 2 * drBar[e];
        for (int a = 0; a < dimensions; a++) {
          int ia = i * dimensions + a;
          int ja = j * dimensions + a;
          float difference = x[x0 + ia] - x[x0 + ja];
          float dDifference = x[x0 + step + ia] - x[x0 + step + ja];
          float bar = value * difference + tangent * dDifference;
          float dBar = tangent * difference;
          xCotangent[ia] += bar;
          xCotangent[ja] -= bar;
          xCotangent[step + ia] += dBar;
          xCotangent[step + ja] -= dBar;
        }
      }
    }
  }
}
