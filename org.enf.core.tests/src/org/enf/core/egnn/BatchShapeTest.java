package org.enf.core.egnn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The rows of a batch of molecules of different sizes. */
public class BatchShapeTest {
  @Test
  public void rowsOfMoleculesFollowEachOther() {
    BatchShape shape = new BatchShape(3, 1, 4);
    assertEquals(3, shape.molecules());
    assertEquals(8, shape.atoms());
    assertEquals(1, shape.size(1));
    assertEquals(4, shape.offset(2));
    assertEquals(8, shape.offset(3));
    assertArrayEquals(new int[] {0, 15, 20, 40}, shape.elementOffsets(5));
  }

  @Test
  public void equalSizesAreEqualShapes() {
    assertEquals(new BatchShape(2, 2, 2), BatchShape.uniform(3, 2));
    assertEquals(new BatchShape(2, 2, 2).hashCode(), BatchShape.uniform(3, 2).hashCode());
    assertNotEquals(new BatchShape(2, 4), new BatchShape(4, 2));
  }

  @Test
  public void aBatchWithoutMoleculesIsRefused() {
    assertThrows(IllegalArgumentException.class, BatchShape::new);
  }

  @Test
  public void aMoleculeWithoutAtomsIsNamed() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> new BatchShape(3, 0, 2));
    assertTrue(error.getMessage(), error.getMessage().contains("molecule 1"));
  }

  @Test
  public void moreAtomsThanAnArrayHoldsAreRefused() {
    assertThrows(
        ArithmeticException.class, () -> new BatchShape(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThrows(ArithmeticException.class, () -> new BatchShape(1_000_000_000).elementOffsets(9));
  }
}
