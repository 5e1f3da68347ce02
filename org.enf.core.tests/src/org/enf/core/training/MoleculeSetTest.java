package org.enf.core.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.testing.SmallMolecules;
import org.junit.Test;

public class MoleculeSetTest {
  @Test
  public void batchHoldsTheChosenMoleculesCentred() {
    MoleculeSet set = SmallMolecules.set(5000, 1);
    MoleculeBatch batch = set.batch(4999, 3);
    MoleculeBatch expected =
        MoleculeBatch.of(
            List.of(SmallMolecules.list(5000, 1).get(4999), SmallMolecules.list(5000, 1).get(3)),
            AtomTypes.QM9);
    assertEquals(expected.shape(), batch.shape());
    assertArrayEquals(expected.types(), batch.types());
    assertArrayEquals(expected.positions(), batch.positions(), 1e-6);
  }

  @Test
  public void moleculeWithAnotherElementIsNotAdded() {
    MoleculeSet.Builder builder = new MoleculeSet.Builder(AtomTypes.QM9);
    assertFalse(builder.add(new Molecule("", new Element[] {Element.CL}, new double[3])));
    assertEquals(0, builder.size());
  }

  @Test
  public void fingerprintTellsDataApart() {
    String one = SmallMolecules.set(7, 1).fingerprint();
    assertEquals(one, SmallMolecules.set(7, 1).fingerprint());
    assertNotEquals(one, SmallMolecules.set(7, 2).fingerprint());
    assertNotEquals(one, SmallMolecules.set(6, 1).fingerprint());
  }

  @Test
  public void spreadGoesOverTheWholeSetSmallestFirst() {
    MoleculeSet set = SmallMolecules.set(300, 1);
    int[] chosen = set.spread(30);
    assertEquals(30, Arrays.stream(chosen).distinct().count());
    for (int i = 1; i < chosen.length; i++) {
      assertFalse(set.atoms(chosen[i]) < set.atoms(chosen[i - 1]));
    }
    assertEquals(290, Arrays.stream(chosen).max().getAsInt());
    assertEquals(300, set.spread(1000).length);
  }
}
