package org.enf.core.dequantization;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

/** Molecules as the flow takes them. */
public class MoleculeBatchTest {
  private static final Molecule MONOXIDE =
      new Molecule(
          "monoxide", new Element[] {Element.C, Element.O}, new double[] {1, 2, 3, 1, 2, 4});
  private static final Molecule PROTON =
      new Molecule("proton", new Element[] {Element.H}, new double[] {-7, 0, 9});

  @Test
  public void moleculesAreCentredAndKeepTheirOrder() {
    MoleculeBatch batch = MoleculeBatch.of(List.of(MONOXIDE, PROTON), TinyEnf.TYPES);
    assertEquals(new BatchShape(2, 1), batch.shape());
    assertArrayEquals(new int[] {1, 2, 0}, batch.types());
    assertArrayEquals(new double[] {0, 0, -0.5, 0, 0, 0.5, 0, 0, 0}, batch.positions(), 1e-15);
  }

  @Test
  public void anUnknownElementIsNamedWithAtomMoleculeAndKnownElements() {
    Molecule salt = new Molecule("salt", new Element[] {Element.H, Element.NA}, new double[6]);
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> MoleculeBatch.of(List.of(PROTON, salt), TinyEnf.TYPES));
    for (String part : new String[] {"atom 2", "salt", "Na", "H C O"}) {
      assertTrue(error.getMessage(), error.getMessage().contains(part));
    }
  }

  @Test
  public void noMoleculesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> MoleculeBatch.of(List.of(), TinyEnf.TYPES));
  }
}
