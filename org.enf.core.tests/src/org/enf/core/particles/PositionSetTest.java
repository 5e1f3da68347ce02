package org.enf.core.particles;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Sets of configurations. */
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
  public void aPartOfASetIsSpreadOverIt() {
    PositionSet set = PositionSet.of(2, 1, new double[] {-1, 1, -2, 2, -3, 3, -4, 4, -5, 5});
    assertArrayEquals(new double[] {-1, 1, -3, 3}, set.spread(2).values(), 0);
    assertArrayEquals(set.values(), set.spread(5).values(), 0);
    assertArrayEquals(set.values(), set.spread(Integer.MAX_VALUE).values(), 0);
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
}
