package org.enf.core.egnn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import org.enf.core.testing.Orthonormal;

/** What the orthogonaliser of every engine must do. */
final class OrthogonaliserChecks {
  private final Engine engine;

  OrthogonaliserChecks(Engine engine) {
    this.engine = engine;
  }

  /** U S Vᵀ becomes U p(S) Vᵀ with the quintic p five times over, whatever the size. */
  void quinticActsOnSingularValues() {
    for (int size : new int[] {1, 3, 20, 33, 64}) {
      double[][] left = Orthonormal.rows(size, new Random(1));
      double[][] right = Orthonormal.rows(size, new Random(2));
      double[] values = new Random(size).doubles(size, 0.05, 3).toArray();
      float[] matrix = product(left, values, right);
      engine.orthogonaliser(size).orthogonalise(new float[][] {matrix});
      double[] mapped = values.clone();
      double norm = 0;
      for (double value : values) {
        norm += value * value;
      }
      for (int k = 0; k < size; k++) {
        mapped[k] = quintic(values[k] / Math.sqrt(norm));
        if (values[k] > 0.02 * Math.sqrt(norm)) {
          assertTrue("singular value " + mapped[k], mapped[k] > 0.6 && mapped[k] < 1.25);
        }
      }
      float[] expected = product(left, mapped, right);
      for (int k = 0; k < expected.length; k++) {
        assertEquals("element " + k + " of size " + size, expected[k], matrix[k], 1e-4f);
      }
    }
  }

  private static double quintic(double value) {
    double x = value;
    for (int step = 0; step < 5; step++) {
      x = 3.4445 * x - 4.7750 * Math.pow(x, 3) + 2.0315 * Math.pow(x, 5);
    }
    return x;
  }

  /** Many matrices come out as one by one, and zero stays zero. */
  void eachMatrixIsOnItsOwn() {
    int size = 10;
    float[][] together = new float[7][];
    float[][] alone = new float[7][];
    for (int k = 0; k < together.length; k++) {
      double[] values = new Random(k).doubles(size, 0, k + 1).toArray();
      together[k] =
          k == 0
              ? new float[size * size]
              : product(
                  Orthonormal.rows(size, new Random(k)),
                  values,
                  Orthonormal.rows(size, new Random(9)));
      alone[k] = together[k].clone();
      engine.orthogonaliser(size).orthogonalise(new float[][] {alone[k]});
    }
    engine.orthogonaliser(size).orthogonalise(together);
    for (int k = 0; k < together.length; k++) {
      assertArrayEquals("matrix " + k, alone[k], together[k], 0);
    }
    assertArrayEquals(new float[size * size], together[0], 0);
  }

  private static float[] product(double[][] left, double[] values, double[][] right) {
    int size = values.length;
    float[] product = new float[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += left[k][i] * values[k] * right[k][j];
        }
        product[i * size + j] = (float) sum;
      }
    }
    return product;
  }
}
