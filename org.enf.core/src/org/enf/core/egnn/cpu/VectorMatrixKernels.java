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
          RowTiles.rows8(a, ai, inner, panel, start, si, startRow, c, to + i * outer, outer);
        }
      }
      if (startRow == 0 && rows >= 8 && i < rows && MANY_REGISTERS) {
        // rows that are not added to may be computed twice
        int last = rows - 8;
        RowTiles.rows8(
            a, a0 + last * inner, inner, panel, start, from, 0, c, to + last * outer, outer);
        i = rows;
      }
      for (; i + 4 <= rows; i += 4) {
        int ai = a0 + i * inner;
        int si = from + i * startRow;
        RowTiles.rows4(a, ai, inner, panel, start, si, startRow, c, to + i * outer, outer);
      }
      for (; i < rows; i++) {
        int si = from + i * startRow;
        RowTiles.rows1(a, a0 + i * inner, inner, panel, start, si, c, to + i * outer);
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
          ColumnTiles.columns8(a, a0 + i, aWidth, rows, b, b0 + j, bWidth, c, ci, bWidth);
        }
      }
      for (; i < aWidth; i += 4) {
        int ci = c0 + i * bWidth + j;
        ColumnTiles.columns4(a, a0 + i, aWidth, rows, b, b0 + j, bWidth, c, ci, bWidth);
      }
    }
  }
}
