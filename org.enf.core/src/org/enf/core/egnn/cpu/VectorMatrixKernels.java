package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products by the Vector API: tiles of a few rows and two vectors that stay in registers
 * over the whole inner dimension.
 */
final class VectorMatrixKernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** The columns of a tile. */
  static final int PANEL = 2 * LANES;

  /** Eight rows take 19 registers, of which x86 without AVX-512 has 16. */
  private static final boolean MANY_REGISTERS = LANES != 8;

  private VectorMatrixKernels() {}

  static void pack(float[] matrix, int offset, PackedMatrix target) {
    int at = 0;
    for (int panel = 0; panel < target.outer; panel += PANEL) {
      for (int k = 0; k < target.inner; k++) {
        System.arraycopy(
            matrix, offset + k * target.outer + panel, target.elements, at, PANEL);
        at += PANEL;
      }
    }
  }

  static void packTransposed(float[] matrix, int offset, PackedMatrix target) {
    int at = 0;
    for (int panel = 0; panel < target.outer; panel += PANEL) {
      for (int k = 0; k < target.inner; k++) {
        for (int j = panel; j < panel + PANEL; j++) {
          target.elements[at++] = matrix[offset + j * target.inner + k];
        }
      }
    }
  }

  static void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0) {
    int inner = b.inner;
    int outer = b.outer;
    for (int j = 0; j < outer; j += PANEL) {
      int panel = j * inner;
      int i = 0;
      if (MANY_REGISTERS) {
        for (; i + 8 <= rows; i += 8) {
          int ai = a0 + i * inner;
          tile8(a, ai, 1, inner, inner, b.elements, panel, PANEL, c, c0 + i * outer + j, outer);
        }
      }
      for (; i + 4 <= rows; i += 4) {
        int ai = a0 + i * inner;
        tile4(a, ai, 1, inner, inner, b.elements, panel, PANEL, c, c0 + i * outer + j, outer);
      }
      for (; i < rows; i++) {
        tile1(a, a0 + i * inner, inner, b.elements, panel, c, c0 + i * outer + j);
      }
    }
  }

  static void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0) {
    for (int j = 0; j < bWidth; j += PANEL) {
      int i = 0;
      if (MANY_REGISTERS) {
        for (; i + 8 <= aWidth; i += 8) {
          tile8(a, a0 + i, aWidth, 1, rows, b, b0 + j, bWidth, c, c0 + i * bWidth + j, bWidth);
        }
      }
      for (; i < aWidth; i += 4) {
        tile4(a, a0 + i, aWidth, 1, rows, b, b0 + j, bWidth, c, c0 + i * bWidth + j, bWidth);
      }
    }
  }

  private static FloatVector at(float[] elements, int index) {
    return FloatVector.fromArray(S, elements, index);
  }

  private static FloatVector all(float[] elements, int index) {
    return FloatVector.broadcast(S, elements[index]);
  }

  /**
   * c += a·b for eight rows of c.
   *
   * @param aStep between two inner indices of a
   * @param aRow between two rows of a
   * @param bStep between two inner indices of b
   */
  private static void tile8(
      float[] a,
      int a0,
      int aStep,
      int aRow,
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
    FloatVector p0 = at(c, c0);
    FloatVector q0 = at(c, c0 + LANES);
    FloatVector p1 = at(c, c1);
    FloatVector q1 = at(c, c1 + LANES);
    FloatVector p2 = at(c, c2);
    FloatVector q2 = at(c, c2 + LANES);
    FloatVector p3 = at(c, c3);
    FloatVector q3 = at(c, c3 + LANES);
    FloatVector p4 = at(c, c4);
    FloatVector q4 = at(c, c4 + LANES);
    FloatVector p5 = at(c, c5);
    FloatVector q5 = at(c, c5 + LANES);
    FloatVector p6 = at(c, c6);
    FloatVector q6 = at(c, c6 + LANES);
    FloatVector p7 = at(c, c7);
    FloatVector q7 = at(c, c7 + LANES);
    for (int k = 0; k < inner; k++) {
      FloatVector u = at(b, b0 + k * bStep);
      FloatVector v = at(b, b0 + k * bStep + LANES);
      int ak = a0 + k * aStep;
      FloatVector x = all(a, ak);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = all(a, ak + aRow);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = all(a, ak + 2 * aRow);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = all(a, ak + 3 * aRow);
      p3 = x.fma(u, p3);
      q3 = x.fma(v, q3);
      x = all(a, ak + 4 * aRow);
      p4 = x.fma(u, p4);
      q4 = x.fma(v, q4);
      x = all(a, ak + 5 * aRow);
      p5 = x.fma(u, p5);
      q5 = x.fma(v, q5);
      x = all(a, ak + 6 * aRow);
      p6 = x.fma(u, p6);
      q6 = x.fma(v, q6);
      x = all(a, ak + 7 * aRow);
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

  private static void tile4(
      float[] a,
      int a0,
      int aStep,
      int aRow,
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
    FloatVector p0 = at(c, c0);
    FloatVector q0 = at(c, c0 + LANES);
    FloatVector p1 = at(c, c1);
    FloatVector q1 = at(c, c1 + LANES);
    FloatVector p2 = at(c, c2);
    FloatVector q2 = at(c, c2 + LANES);
    FloatVector p3 = at(c, c3);
    FloatVector q3 = at(c, c3 + LANES);
    for (int k = 0; k < inner; k++) {
      FloatVector u = at(b, b0 + k * bStep);
      FloatVector v = at(b, b0 + k * bStep + LANES);
      int ak = a0 + k * aStep;
      FloatVector x = all(a, ak);
      p0 = x.fma(u, p0);
      q0 = x.fma(v, q0);
      x = all(a, ak + aRow);
      p1 = x.fma(u, p1);
      q1 = x.fma(v, q1);
      x = all(a, ak + 2 * aRow);
      p2 = x.fma(u, p2);
      q2 = x.fma(v, q2);
      x = all(a, ak + 3 * aRow);
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

  private static void tile1(
      float[] a, int a0, int inner, float[] b, int b0, float[] c, int c0) {
    FloatVector p = at(c, c0);
    FloatVector q = at(c, c0 + LANES);
    for (int k = 0; k < inner; k++) {
      FloatVector x = all(a, a0 + k);
      p = x.fma(at(b, b0 + k * PANEL), p);
      q = x.fma(at(b, b0 + k * PANEL + LANES), q);
    }
    p.intoArray(c, c0);
    q.intoArray(c, c0 + LANES);
  }
}
