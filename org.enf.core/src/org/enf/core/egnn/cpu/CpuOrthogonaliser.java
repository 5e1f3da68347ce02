package org.enf.core.egnn.cpu;

import java.util.Arrays;
import org.enf.core.egnn.Orthogonaliser;

/** An orthogonaliser by the kernels of this engine; its threads share the matrices. */
final class CpuOrthogonaliser implements Orthogonaliser {
  private final int size;
  private final Team team;
  private final Work[] works;

  /** An orthogonaliser of matrices with so many rows and columns. */
  CpuOrthogonaliser(int size, Kernels.Kind kind, Team team) {
    this.size = size;
    this.team = team;
    works = new Work[team.members()];
    Arrays.setAll(works, i -> new Work(size, kind.create().matrices()));
  }

  @Override
  public void orthogonalise(float[][] matrices) {
    int parts = Math.min(works.length, matrices.length);
    team.run(
        parts,
        part -> {
          for (int i = part; i < matrices.length; i += parts) {
            Orthogonaliser.normalise(matrices[i]);
            works[part].iterate(matrices[i], size);
          }
        });
  }

  /** What one thread needs; rows are as wide as its kernels want them, zeros fill them up. */
  private static final class Work {
    private final MatrixKernels kernels;
    private final int width;
    private final PackedMatrix right;
    private final float[] x;
    private final float[] square;
    private final float[] scaled;
    private final float[] polynomial;

    Work(int size, MatrixKernels kernels) {
      this.kernels = kernels;
      int panel = kernels.panel();
      width = (size + panel - 1) / panel * panel;
      right = kernels.room(width, width);
      x = new float[width * width];
      square = new float[width * width];
      scaled = new float[width * width];
      polynomial = new float[width * width];
    }

    void iterate(float[] matrix, int size) {
      for (int i = 0; i < size; i++) {
        System.arraycopy(matrix, i * size, x, i * width, size);
      }
      for (int step = 0; step < STEPS; step++) {
        step();
      }
      for (int i = 0; i < size; i++) {
        System.arraycopy(x, i * width, matrix, i * size, size);
      }
    }

    private void step() {
      kernels.packTransposed(x, 0, right);
      Arrays.fill(square, 0);
      kernels.multiply(x, 0, width, right, square, 0);
      kernels.pack(square, 0, right);
      scale(square, QUINTIC, scaled);
      scale(square, CUBIC, polynomial);
      kernels.multiply(scaled, 0, width, right, polynomial, 0);
      kernels.pack(x, 0, right);
      scale(x, LINEAR, x);
      kernels.multiply(polynomial, 0, width, right, x, 0);
    }

    private static void scale(float[] from, float factor, float[] to) {
      for (int i = 0; i < from.length; i++) {
        to[i] = factor * from[i];
      }
    }
  }
}
