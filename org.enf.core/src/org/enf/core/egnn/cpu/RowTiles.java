package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * c = start + a·b for some rows of a, stored row by row, and a panel of two vectors of b: the tile
 * of c stays in registers over the whole inner dimension.
 *
 * <p>The steps from one inner index to the next are constants, so that the compiler can take the
 * checks of the indices out of the loop.
 */
final class RowTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final int PANEL = 2 * LANES;

  private RowTiles() {}

  /**
   * Eight rows.
   *
   * @param sRow between two rows of {@code start}
   * @param cRow between two rows of c
   */
  static void rows8(
      float[] a,
      int a0,
      int inner,
      float[] b,
      float[] start,
      int s0,
      int sRow,
      float[] c,
      int c0,
      int cRow) {
    int a1 = a0 + inner;
    int a2 = a1 + inner;
    int a3 = a2 + inner;
    int a4 = a3 + inner;
    int a5 = a4 + inner;
    int a6 = a5 + inner;
    int a7 = a6 + inner;
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    int c4 = c3 + cRow;
    int c5 = c4 + cRow;
    int c6 = c5 + cRow;
    int c7 = c6 + cRow;
    FloatVector p0 = FloatVector.fromArray(S, start, s0);
    FloatVector q0 = FloatVector.fromArray(S, start, s0 + LANES);
    FloatVector p1 = FloatVector.fromArray(S, start, s0 + sRow);
    FloatVector q1 = FloatVector.fromArray(S, start, s0 + sRow + LANES);
    FloatVector p2 = FloatVector.fromArray(S, start, s0 + 2 * sRow);
    FloatVector q2 = FloatVector.fromArray(S, start, s0 + 2 * sRow + LANES);
    FloatVector p3 = FloatVector.fromArray(S, start, s0 + 3 * sRow);
    FloatVector q3 = FloatVector.fromArray(S, start, s0 + 3 * sRow + LANES);
    FloatVector p4 = FloatVector.fromArray(S, start, s0 + 4 * sRow);
    FloatVector q4 = FloatVector.fromArray(S, start, s0 + 4 * sRow + LANES);
    FloatVector p5 = FloatVector.fromArray(S, start, s0 + 5 * sRow);
    FloatVector q5 = FloatVector.fromArray(S, start, s0 + 5 * sRow + LANES);
    FloatVector p6 = FloatVector.fromArray(S, start, s0 + 6 * sRow);
    FloatVector q6 = FloatVector.fromArray(S, start, s0 + 6 * sRow + LANES);
    FloatVector p7 = FloatVector.fromArray(S, start, s0 + 7 * sRow);
    FloatVector q7 = FloatVector.fromArray(S, start, s0 + 7 * sRow + LANES);
    int k = 0;
    for (; k < inner; k++) {
      FloatVector u = FloatVector.fromArray(S, b, k * PANEL);
      FloatVector v = FloatVector.fromArray(S, b, k * PANEL + LANES);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = FloatVector.broadcast(S, a[a1 + k]);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = FloatVector.broadcast(S, a[a2 + k]);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = FloatVector.broadcast(S, a[a3 + k]);
      p3 = x.fma(u, p3);
      q3 = x.fma(v, q3);
      x = FloatVector.broadcast(S, a[a4 + k]);
      p4 = x.fma(u, p4);
      q4 = x.fma(v, q4);
      x = FloatVector.broadcast(S, a[a5 + k]);
      p5 = x.fma(u, p5);
      q5 = x.fma(v, q5);
      x = FloatVector.broadcast(S, a[a6 + k]);
      p6 = x.fma(u, p6);
      q6 = x.fma(v, q6);
      x = FloatVector.broadcast(S, a[a7 + k]);
      p7 = x.fma(u, p7);
      q7 = x.fma(v, q7);
    }
    p0.intoArray(c, c0);
    q0.intoArray(c, c0 + LANES);
    p1.intoArray(c, c1);
    q1.intoArray(c, c1 + LANES);
    p2.intoArray(c, c2);
    q2.intoArray(c, c2 + LANES);
    p3.intoArray(c, c3);
    q3.intoArray(c, c3 + LANES);
    p4.intoArray(c, c4);
    q4.intoArray(c, c4 + LANES);
    p5.intoArray(c, c5);
    q5.intoArray(c, c5 + LANES);
    p6.intoArray(c, c6);
    q6.intoArray(c, c6 + LANES);
    p7.intoArray(c, c7);
    q7.intoArray(c, c7 + LANES);
  }

  /** Four rows. */
  static void rows4(
      float[] a,
      int a0,
      int inner,
      float[] b,
      float[] start,
      int s0,
      int sRow,
      float[] c,
      int c0,
      int cRow) {
    int a1 = a0 + inner;
    int a2 = a1 + inner;
    int a3 = a2 + inner;
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector p0 = FloatVector.fromArray(S, start, s0);
    FloatVector q0 = FloatVector.fromArray(S, start, s0 + LANES);
    FloatVector p1 = FloatVector.fromArray(S, start, s0 + sRow);
    FloatVector q1 = FloatVector.fromArray(S, start, s0 + sRow + LANES);
    FloatVector p2 = FloatVector.fromArray(S, start, s0 + 2 * sRow);
    FloatVector q2 = FloatVector.fromArray(S, start, s0 + 2 * sRow + LANES);
    FloatVector p3 = FloatVector.fromArray(S, start, s0 + 3 * sRow);
    FloatVector q3 = FloatVector.fromArray(S, start, s0 + 3 * sRow + LANES);
    int k = 0;
    for (; k < inner; k++) {
      FloatVector u = FloatVector.fromArray(S, b, k * PANEL);
      FloatVector v = FloatVector.fromArray(S, b, k * PANEL + LANES);
      FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = FloatVector.broadcast(S, a[a1 + k]);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = FloatVector.broadcast(S, a[a2 + k]);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = FloatVector.broadcast(S, a[a3 + k]);
      p3 = x.fma(u, p3);
      q3 = x.fma(v, q3);
    }
    p0.intoArray(c, c0);
    q0.intoArray(c, c0 + LANES);
    p1.intoArray(c, c1);
    q1.intoArray(c, c1 + LANES);
    p2.intoArray(c, c2);
    q2.intoArray(c, c2 + LANES);
    p3.intoArray(c, c3);
    q3.intoArray(c, c3 + LANES);
  }

  /** One row. */
  static void rows1(
      float[] a, int a0, int inner, float[] b, float[] start, int s0, float[] c, int c0) {
    FloatVector p = FloatVector.fromArray(S, start, s0);
    FloatVector q = FloatVector.fromArray(S, start, s0 + LANES);
    for (int k = 0; k < inner; k++) {
      FloatVector x = FloatVector.broadcast(S, a[a0 + k]);
      p = x.fma(FloatVector.fromArray(S, b, k * PANEL), p);
      q = x.fma(FloatVector.fromArray(S, b, k * PANEL + LANES), q);
    }
    p.intoArray(c, c0);
    q.intoArray(c, c0 + LANES);
  }
}
