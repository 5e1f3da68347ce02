package org.enf.core.egnn.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products by the Vector API: tiles of a few rows and two vectors that stay in registers
 * over the whole inner dimension.
 */
final class VectorMatrixKernels implements MatrixKernels {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** The columns of a tile. */
  private static final int PANEL = 2 * LANES;

  /** Eight rows take 19 registers, of which x86 without AVX-512 has 16. */
  private static final boolean MANY_REGISTERS = LANES != 8;

  @Override
  public int panel() {
    return PANEL;
  }

  @Override
  public PackedMatrix room(int inner, int outer) {
    return new PackedMatrix(inner, outer, outer / PANEL);
  }

  @Override
  public void pack(float[] matrix, int offset, PackedMatrix target) {
    for (int p = 0; p < target.parts.length; p++) {
      for (int k = 0; k < target.inner; k++) {
        int from = offset + k * target.outer + p * PANEL;
        System.arraycopy(matrix, from, target.parts[p], k * PANEL, PANEL);
      }
    }
  }

  @Override
  public void packTransposed(float[] matrix, int offset, PackedMatrix target) {
    for (int p = 0; p < target.parts.length; p++) {
      for (int k = 0; k < target.inner; k++) {
        for (int j = 0; j < PANEL; j++) {
          target.parts[p][k * PANEL + j] = matrix[offset + (p * PANEL + j) * target.inner + k];
        }
      }
    }
  }

  @Override
  public void multiply(float[] a, int a0, int rows, PackedMatrix b, float[] c, int c0) {
    multiply(a, a0, rows, b, c, c0, b.outer, c, c0);
  }

  @Override
  public void map(
      float[] a, int a0, int rows, PackedMatrix b, float[] start, int start0, float[] c, int c0) {
    multiply(a, a0, rows, b, start, start0, 0, c, c0);
  }

  /**
   * c = start + a·b.
   *
   * @param startRow between two rows of {@code start}
   */
  private static void multiply(
      float[] a,
      int a0,
      int rows,
      PackedMatrix b,
      float[] start,
      int start0,
      int startRow,
      float[] c,
      int c0) {
    int inner = b.inner;
    int outer = b.outer;
    for (int p = 0; p < b.parts.length; p++) {
      float[] panel = b.parts[p];
      int to = c0 + p * PANEL;
      int from = start0 + p * PANEL;
      int i = 0;
      if (MANY_REGISTERS) {
        for (; i + 8 <= rows; i += 8) {
          int ai = a0 + i * inner;
          int si = from + i * startRow;
          rows8(a, ai, inner, panel, start, si, startRow, c, to + i * outer, outer);
        }
      }
      if (startRow == 0 && rows >= 8 && i < rows && MANY_REGISTERS) {
        // rows that are not added to may be computed twice
        int last = rows - 8;
        rows8(a, a0 + last * inner, inner, panel, start, from, 0, c, to + last * outer, outer);
        i = rows;
      }
      for (; i + 4 <= rows; i += 4) {
        int ai = a0 + i * inner;
        int si = from + i * startRow;
        rows4(a, ai, inner, panel, start, si, startRow, c, to + i * outer, outer);
      }
      for (; i < rows; i++) {
        int si = from + i * startRow;
        tile1(a, a0 + i * inner, inner, panel, start, si, c, to + i * outer);
      }
    }
  }

  @Override
  public void multiplyTransposed(
      float[] a, int a0, int aWidth, float[] b, int b0, int bWidth, int rows, float[] c, int c0) {
    for (int j = 0; j < bWidth; j += PANEL) {
      int i = 0;
      if (MANY_REGISTERS) {
        for (; i + 8 <= aWidth; i += 8) {
          int ci = c0 + i * bWidth + j;
          columns8(a, a0 + i, aWidth, rows, b, b0 + j, bWidth, c, ci, bWidth);
        }
      }
      for (; i < aWidth; i += 4) {
        int ci = c0 + i * bWidth + j;
        columns4(a, a0 + i, aWidth, rows, b, b0 + j, bWidth, c, ci, bWidth);
      }
    }
  }

  private static void rows8(
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

  private static void rows4(
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

  private static void columns8(
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

  private static void columns4(
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

  private static void tile1(
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
