package org.enf.core.flow.matching;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.FlowPrior;
import org.junit.Test;

public class NoiseAlignmentTest {
  private static final int N = 3;
  private static final int WIDTH = 5;
  private static final FlowPrior PRIOR = new FlowPrior(N, WIDTH - N);

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  private static double[] rows(int atoms, long seed) {
    return PRIOR.sample(new BatchShape(atoms), new SplittableRandom(seed));
  }

  private static double[] permuted(double[] rows, List<Integer> order) {
    double[] permuted = new double[rows.length];
    for (int i = 0; i < order.size(); i++) {
      System.arraycopy(rows, order.get(i) * WIDTH, permuted, i * WIDTH, WIDTH);
    }
    return permuted;
  }

  private static List<List<Integer>> orders(int atoms) {
    List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
    for (int k = 0; k < atoms; k++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : all) {
        for (int place = 0; place <= order.size(); place++) {
          List<Integer> next = new ArrayList<>(order);
          next.add(place, k);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  /** The features of the noise, which a rotation leaves alone, tell which order was chosen. */
  private static double[] inTheOrderOf(double[] aligned, double[] noise) {
    int atoms = noise.length / WIDTH;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        if (aligned[i * WIDTH + N] == noise[j * WIDTH + N]) {
          order.add(j);
        }
      }
    }
    return permuted(noise, order);
  }

  @Test
  public void orderIsTheBestOfAll() {
    for (int atoms = 1; atoms <= 5; atoms++) {
      double[] data = rows(atoms, atoms);
      double[] noise = rows(atoms, 10 + atoms);
      double[] aligned = new NoiseAlignment(N).of(new BatchShape(atoms), data, noise);
      double best =
          orders(atoms).stream()
              .mapToDouble(order -> squares(data, permuted(noise, order)))
              .min()
              .orElseThrow();
      assertEquals(best, squares(data, inTheOrderOf(aligned, noise)), 1e-9);
    }
  }

  @Test
  public void rotationIsNoWorseThanAnyOther() {
    double[] data = rows(6, 1);
    double[] noise = rows(6, 2);
    double[] aligned = new NoiseAlignment(N).of(new BatchShape(6), data, noise);
    double[] ordered = inTheOrderOf(aligned, noise);
    double found = squares(data, aligned);
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 20_000; k++) {
      assertTrue(found <= squares(data, turned(ordered, random)) + 1e-9);
    }
  }

  /** By a uniform rotation, from a random quaternion. */
  private static double[] turned(double[] rows, SplittableRandom random) {
    double[] q = new double[4];
    Arrays.setAll(q, k -> random.nextGaussian());
    double norm = Math.sqrt(Arrays.stream(q).map(v -> v * v).sum());
    double w = q[0] / norm;
    double[] u = {q[1] / norm, q[2] / norm, q[3] / norm};
    double[] turned = rows.clone();
    for (int i = 0; i < rows.length; i += WIDTH) {
      for (int a = 0; a < N; a++) {
        int b = (a + 1) % N;
        int c = (a + 2) % N;
        double cross = u[b] * rows[i + c] - u[c] * rows[i + b];
        double dot = u[0] * rows[i] + u[1] * rows[i + 1] + u[2] * rows[i + 2];
        turned[i + a] = (2 * w * w - 1) * rows[i + a] + 2 * u[a] * dot + 2 * w * cross;
      }
    }
    return turned;
  }

  @Test
  public void noiseKeepsItsShapeAndHandedness() {
    double[] data = rows(5, 4);
    double[] noise = rows(5, 5);
    double[] aligned = new NoiseAlignment(N).of(new BatchShape(5), data, noise);
    double[] ordered = inTheOrderOf(aligned, noise);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(product(ordered, i, j), product(aligned, i, j), 1e-9);
      }
    }
    assertEquals(volume(ordered), volume(aligned), 1e-9);
  }

  private static double product(double[] rows, int i, int j) {
    double sum = 0;
    for (int a = 0; a < N; a++) {
      sum += rows[i * WIDTH + a] * rows[j * WIDTH + a];
    }
    return sum;
  }

  private static double volume(double[] r) {
    int b = WIDTH;
    int c = 2 * WIDTH;
    return r[0] * (r[b + 1] * r[c + 2] - r[b + 2] * r[c + 1])
        - r[1] * (r[b] * r[c + 2] - r[b + 2] * r[c])
        + r[2] * (r[b] * r[c + 1] - r[b + 1] * r[c]);
  }

  @Test
  public void aTurnedAndShuffledCopyComesBackToItsData() {
    // features apart from each other tell the order before anything is turned
    double[] data = rows(5, 6);
    for (int i = 0; i < 5; i++) {
      data[i * WIDTH + N] = 100 * i;
    }
    double[] copy = permuted(turned(data, new SplittableRandom(7)), List.of(3, 1, 4, 0, 2));
    assertArrayEquals(data, new NoiseAlignment(N).of(new BatchShape(5), data, copy), 1e-9);
  }

  @Test
  public void moleculesOfABatchAreAlignedOnTheirOwn() {
    double[] data = concatenated(rows(3, 8), rows(4, 9));
    double[] noise = concatenated(rows(3, 10), rows(4, 11));
    double[] expected =
        concatenated(
            new NoiseAlignment(N).of(new BatchShape(3), rows(3, 8), rows(3, 10)),
            new NoiseAlignment(N).of(new BatchShape(4), rows(4, 9), rows(4, 11)));
    assertArrayEquals(expected, new NoiseAlignment(N).of(new BatchShape(3, 4), data, noise), 0);
  }

  private static double[] concatenated(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
