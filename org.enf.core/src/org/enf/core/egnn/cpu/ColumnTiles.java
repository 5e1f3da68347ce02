package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * c += aᵀ·b for some columns of a and two vectors of columns of b, both stored row by row: the tile
 * of c stays in registers over all rows.
 *
 * <p>The elements of a row of a stand next to each other, so that the compiler checks their indices
 * together.
 */
final class ColumnTiles {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private ColumnTiles() {}

  /**
   * Eight columns.
   *
   * @param aStep between two rows of a
   * @param bStep between two rows of b
   * @param cRow between two rows of c
   */
  static void columns8(
      float[] a,
      int a0,
      int aStep,
      int inner,
      float[] b,
      int b0,
      int bStep,
      float[] c,
      int c0,
      int cRow) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    int c4 = c3 + cRow;
    int c5 = c4 + cRow;
    int c6 = c5 + cRow;
    int c7 = c6 + cRow;
    FloatVector p0 = FloatVector.fromArray(S, c, c0);
    FloatVector q0 = FloatVector.fromArray(S, c, c0 + LANES);
    FloatVector p1 = FloatVector.fromArray(S, c, c0 + cRow);
    FloatVector q1 = FloatVector.fromArray(S, c, c0 + cRow + LANES);
    FloatVector p2 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
    FloatVector q2 = FloatVector.fromArray(S, c, c0 + 2 * cRow + LANES);
    FloatVector p3 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
    FloatVector q3 = FloatVector.fromArray(S, c, c0 + 3 * cRow + LANES);
    FloatVector p4 = FloatVector.fromArray(S, c, c0 + 4 * cRow);
    FloatVector q4 = FloatVector.fromArray(S, c, c0 + 4 * cRow + LANES);
    FloatVector p5 = FloatVector.fromArray(S, c, c0 + 5 * cRow);
    FloatVector q5 = FloatVector.fromArray(S, c, c0 + 5 * cRow + LANES);
    FloatVector p6 = FloatVector.fromArray(S, c, c0 + 6 * cRow);
    FloatVector q6 = FloatVector.fromArray(S, c, c0 + 6 * cRow + LANES);
    FloatVector p7 = FloatVector.fromArray(S, c, c0 + 7 * cRow);
    FloatVector q7 = FloatVector.fromArray(S, c, c0 + 7 * cRow + LANES);
    for (int k = 0; k < inner; k++) {
      int ak = a0 + k * aStep;
      int bk = b0 + k * bStep;
      FloatVector u = FloatVector.fromArray(S, b, bk);
      FloatVector v = FloatVector.fromArray(S, b, bk + LANES);
      FloatVector x = FloatVector.broadcast(S, a[ak]);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = FloatVector.broadcast(S, a[ak + 1]);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = FloatVector.broadcast(S, a[ak + 2]);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = FloatVector.broadcast(S, a[ak + 3]);
      p3 = x.fma(u, p3);
      q3 = x.fma(v, q3);
      x = FloatVector.broadcast(S, a[ak + 4]);
      p4 = x.fma(u, p4);
      q4 = x.fma(v, q4);
      x = FloatVector.broadcast(S, a[ak + 5]);
      p5 = x.fma(u, p5);
      q5 = x.fma(v, q5);
      x = FloatVector.broadcast(S, a[ak + 6]);
      p6 = x.fma(u, p6);
      q6 = x.fma(v, q6);
      x = FloatVector.broadcast(S, a[ak + 7]);
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

  /** Four columns. */
  static void columns4(
      float[] a,
      int a0,
      int aStep,
      int inner,
      float[] b,
      int b0,
      int bStep,
      float[] c,
      int c0,
      int cRow) {
    int c1 = c0 + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    FloatVector p0 = FloatVector.fromArray(S, c, c0);
    FloatVector q0 = FloatVector.fromArray(S, c, c0 + LANES);
    FloatVector p1 = FloatVector.fromArray(S, c, c0 + cRow);
    FloatVector q1 = FloatVector.fromArray(S, c, c0 + cRow + LANES);
    FloatVector p2 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
    FloatVector q2 = FloatVector.fromArray(S, c, c0 + 2 * cRow + LANES);
    FloatVector p3 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
    FloatVector q3 = FloatVector.fromArray(S, c, c0 + 3 * cRow + LANES);
    for (int k = 0; k < inner; k++) {
      int ak = a0 + k * aStep;
      int bk = b0 + k * bStep;
      FloatVector u = FloatVector.fromArray(S, b, bk);
      FloatVector v = FloatVector.fromArray(S, b, bk + LANES);
      FloatVector x = FloatVector.broadcast(S, a[ak]);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = FloatVector.broadcast(S, a[ak + 1]);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = FloatVector.broadcast(S, a[ak + 2]);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = FloatVector.broadcast(S, a[ak + 3]);
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
}
