package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.enf.core.egnn.BatchShape;
import org.enf.core.testing.Determinant;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** Rotations turn molecules and do nothing else to them. */
public class RandomRotationsTest {
  private static final BatchShape SHAPE = new BatchShape(3, 1, 5, 5);

  @Test
  public void productsOfVectorsWithinAMoleculeStay() {
    for (int n = 2; n <= 3; n++) {
      double[] x = Normals.of(n * SHAPE.atoms(), 1);
      double[] turned = RandomRotations.ofEachMolecule(SHAPE, n, x, new SplittableRandom(2));
      for (int b = 0; b < SHAPE.molecules(); b++) {
        for (int i = SHAPE.offset(b); i < SHAPE.offset(b + 1); i++) {
          for (int j = SHAPE.offset(b); j < SHAPE.offset(b + 1); j++) {
            assertEquals(dot(n, x, i, j), dot(n, turned, i, j), 1e-12);
          }
        }
      }
    }
  }

  private static double dot(int n, double[] x, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < n; axis++) {
      sum += x[i * n + axis] * x[j * n + axis];
    }
    return sum;
  }

  @Test
  public void nothingIsMirrored() {
    for (int n = 2; n <= 3; n++) {
      assertEquals(1, Determinant.of(rotation(n, new SplittableRandom(3))), 1e-12);
    }
  }

  /** The images of the unit vectors. */
  private static double[][] rotation(int n, SplittableRandom random) {
    double[] unit = new double[n * n];
    for (int k = 0; k < n; k++) {
      unit[k * n + k] = 1;
    }
    double[] turned = RandomRotations.ofEachMolecule(new BatchShape(n), n, unit, random);
    double[][] rows = new double[n][];
    for (int k = 0; k < n; k++) {
      rows[k] = Arrays.copyOfRange(turned, k * n, (k + 1) * n);
    }
    return rows;
  }

  @Test
  public void eachMoleculeHasItsOwnRotation() {
    double[] twice = new double[12];
    System.arraycopy(Normals.of(6, 4), 0, twice, 0, 6);
    System.arraycopy(twice, 0, twice, 6, 6);
    double[] turned =
        RandomRotations.ofEachMolecule(BatchShape.uniform(2, 2), 3, twice, new SplittableRandom(5));
    assertNotEquals(turned[0], turned[6], 1e-6);
  }

  @Test
  public void theGivenPositionsStayAndTheSeedDecides() {
    double[] x = Normals.of(3 * SHAPE.atoms(), 6);
    double[] before = x.clone();
    double[] turned = RandomRotations.ofEachMolecule(SHAPE, 3, x, new SplittableRandom(7));
    assertArrayEquals(before, x, 0);
    assertArrayEquals(
        turned, RandomRotations.ofEachMolecule(SHAPE, 3, x, new SplittableRandom(7)), 0);
  }

  @Test
  public void angleInThePlaneIsUniform() {
    int[] quarters = new int[4];
    SplittableRandom random = new SplittableRandom(8);
    int draws = 4000;
    for (int k = 0; k < draws; k++) {
      double[] image = rotation(2, random)[0];
      double angle = Math.atan2(image[1], image[0]) + Math.PI;
      quarters[(int) Math.min(3, angle / (Math.PI / 2))]++;
    }
    for (int count : quarters) {
      assertEquals(draws / 4, count, 150);
    }
  }

  /** cos²·cos² has the mean ¼; it would be ⅓ for the uniform distribution of rotations. */
  @Test
  public void inSpaceItIsTheProductOfThreeAxisRotationsAndNotHaar() {
    SplittableRandom random = new SplittableRandom(9);
    double sum = 0;
    int draws = 20_000;
    for (int k = 0; k < draws; k++) {
      double overlap = rotation(3, random)[2][2];
      sum += overlap * overlap;
    }
    assertEquals(0.25, sum / draws, 0.01);
  }

  @Test
  public void aLineCannotBeTurned() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                RandomRotations.ofEachMolecule(
                    new BatchShape(2), 1, new double[2], new SplittableRandom(1)));
    assertTrue(error.getMessage(), error.getMessage().contains("2 or 3 dimensions, not 1"));
  }
}
