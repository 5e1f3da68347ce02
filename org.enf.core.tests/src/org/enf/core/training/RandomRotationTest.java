package org.enf.core.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.SplittableRandom;
import org.enf.core.egnn.BatchShape;
import org.junit.Test;

public class RandomRotationTest {
  private static final double[] CORNER = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1};

  @Test
  public void distancesAndHandednessStayInSpace() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 20; k++) {
      double[] turned = RandomRotation.ofEach(new BatchShape(4), CORNER, 3, random);
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          assertEquals(distance(CORNER, i, j, 3), distance(turned, i, j, 3), 1e-12);
        }
      }
      assertEquals(1, determinant(turned), 1e-12);
    }
  }

  @Test
  public void distancesStayInThePlaneAndOnALine() {
    double[] square = {0, 0, 1, 0, 1, 1, 0, 1};
    SplittableRandom random = new SplittableRandom(2);
    double[] turned = RandomRotation.ofEach(new BatchShape(4), square, 2, random);
    assertEquals(Math.sqrt(2), distance(turned, 0, 2, 2), 1e-12);
    assertNotEquals(1, turned[2], 1e-6);
    double[] line = RandomRotation.ofEach(new BatchShape(2), new double[] {-1, 1}, 1, random);
    assertEquals(-1, line[0], 0);
  }

  @Test
  public void eachMoleculeHasARotationOfItsOwn() {
    double[] two = {1, 0, 0, 1, 0, 0};
    double[] turned = RandomRotation.ofEach(new BatchShape(1, 1), two, 3, new SplittableRandom(3));
    assertNotEquals(turned[0], turned[3], 1e-6);
  }

  @Test
  public void allDirectionsAreEquallyLikely() {
    SplittableRandom random = new SplittableRandom(4);
    double[] north = {0, 0, 1};
    int draws = 20_000;
    double[] mean = new double[3];
    double[] squares = new double[3];
    for (int k = 0; k < draws; k++) {
      double[] turned = RandomRotation.ofEach(new BatchShape(1), north, 3, random);
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += turned[axis] / draws;
        squares[axis] += turned[axis] * turned[axis] / draws;
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      assertEquals(0, mean[axis], 0.02);
      assertEquals(1.0 / 3, squares[axis], 0.01);
    }
  }

  private static double distance(double[] x, int i, int j, int n) {
    double sum = 0;
    for (int axis = 0; axis < n; axis++) {
      double d = x[i * n + axis] - x[j * n + axis];
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }
}
