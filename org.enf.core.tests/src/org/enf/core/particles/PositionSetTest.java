package org.enf.core.particles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.enf.core.testing.Normals;
import org.junit.Test;

/** Sets of configurations and their rotations. */
public class PositionSetTest {
  @Test
  public void configurationsAreCentred() {
    PositionSet set = PositionSet.of(2, 2, new double[] {1, 2, 3, 6, 0, 0, 0, 1});
    assertEquals(2, set.size());
    assertArrayEquals(new double[] {-1, -2, 1, 2}, set.rows(0), 0);
    assertArrayEquals(new double[] {0, -0.5, 0, 0.5, -1, -2, 1, 2}, set.rows(1, 0), 0);
    assertArrayEquals(set.rows(1), set.range(1, 2).values(), 0);
    assertArrayEquals(new double[] {Math.sqrt(20)}, set.distances(0), 1e-15);
  }

  @Test
  public void setsRefuseWhatIsNoConfiguration() {
    assertThrows(IllegalArgumentException.class, () -> PositionSet.of(2, 2, new double[5]));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PositionSet.of(2, 1, new double[] {1, 2, 3, Double.NaN}));
    assertTrue(e.getMessage(), e.getMessage().contains("configuration 2"));
    PositionSet set = PositionSet.of(2, 1, new double[4]);
    assertThrows(IndexOutOfBoundsException.class, () -> set.range(1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> set.rows(2));
  }

  @Test
  public void rotationsKeepDistancesAndTurnEachConfigurationAnotherWay() {
    for (int dimensions = 2; dimensions <= 3; dimensions++) {
      double[] one = Normals.of(4 * dimensions, 1);
      double[] rows = Arrays.copyOf(one, 2 * one.length);
      System.arraycopy(one, 0, rows, one.length, one.length);
      PositionSet before = PositionSet.of(4, dimensions, rows);
      RandomRotation.turnEach(rows, 4, dimensions, new SplittableRandom(2));
      PositionSet after = PositionSet.of(4, dimensions, rows);
      assertArrayEquals(before.distances(0), after.distances(0), 1e-12);
      assertArrayEquals(before.distances(1), after.distances(1), 1e-12);
      assertFalse(Arrays.equals(after.rows(0), after.rows(1)));
      assertFalse(Arrays.equals(before.rows(0), after.rows(0)));
    }
  }
}
