package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

public class CanonicalSmilesTest {
  /** Cages, rings without aromaticity, symmetric branches, fused aromatic rings, fragments. */
  private static final List<String> STRUCTURES =
      List.of(
          "[H]C1=C([H])C([H])=C([H])C([H])=C([H])C([H])=C1[H]",
          "[H]C12C([H])(C3([H])C4([H])C([H])(C1([H])C4([H])[H])C3([H])[H])C2([H])[H]",
          "[H]C12OC3([H])C2([H])OC4([H])C1([H])OC34[H]",
          "C12C3C4C1C5C2C3C45",
          "CC(C)(C)C(C)(C)C",
          "c1ccc2c(c1)[nH]c1ccccc12",
          "O=c1cc[nH]c(=O)[nH]1",
          "c1cc2cccc3ccc4cccc1c4c23",
          "[H][H].[H]O[H].[H][H].C=O",
          "C1CC1C1CC1C1CC1",
          "N1=CN=CN=CN=CN=C1");

  /** Rings with several Kekulé forms. */
  private static final List<String> AROMATIC =
      List.of(
          "Fc1ccccc1C",
          "Fc1cccc2ccccc12",
          "Cc1ccc2cc3ccccc3cc2c1",
          "c1cc2cccc3ccc4cccc1c4c23",
          "Cc1ccc(cc1)-c1ncccn1",
          "Fc1ccc2ccc3ccc(C)cc3c2c1",
          "c1ccc2c(c1)c1ccccc1n2C");

  private final CanonicalSmiles canonical = new CanonicalSmiles();
  private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());

  @Test
  public void doesNotDependOnTheNumberingOfAtomsAndBonds() throws CDKException {
    Random random = new Random(1);
    for (String smiles : STRUCTURES) {
      String expected = canonical.of(parser.parseSmiles(smiles));
      for (int trial = 0; trial < 20; trial++) {
        assertEquals(expected, canonical.of(shuffled(parser.parseSmiles(smiles), random)));
      }
    }
  }

  @Test
  public void readingItBackGivesTheSameAgain() throws CDKException {
    for (String smiles : STRUCTURES) {
      String written = canonical.of(parser.parseSmiles(smiles));
      assertEquals(written, canonical.of(parser.parseSmiles(written)));
    }
  }

  @Test
  public void kekuleFormsOfAnAromaticRingAreOneStructure() throws CDKException {
    assertEquals(
        canonical.of(parser.parseSmiles("FC1=C(F)C=CC=C1")),
        canonical.of(parser.parseSmiles("FC=1C(F)=CC=CC=1")));
  }

  @Test
  public void kekuleFormChosenByAReaderDoesNotMatter() throws CDKException {
    Random random = new Random(2);
    SmilesGenerator anyOrder = new SmilesGenerator(SmiFlavor.UseAromaticSymbols);
    for (String smiles : AROMATIC) {
      String expected = canonical.of(parser.parseSmiles(smiles));
      for (int trial = 0; trial < 20; trial++) {
        IAtomContainer structure = shuffled(parser.parseSmiles(smiles), random);
        assertEquals(expected, canonical.of(parser.parseSmiles(anyOrder.create(structure))));
      }
    }
  }

  @Test
  public void placesOfDoubleBondsTellStructuresWithoutAromaticityApart() throws CDKException {
    assertNotEquals(
        canonical.of(parser.parseSmiles("CC1=C(C)C=CC=CC=C1")),
        canonical.of(parser.parseSmiles("CC=1C(C)=CC=CC=CC=1")));
  }

  @Test
  public void fragmentsAreSorted() throws CDKException {
    assertEquals(
        canonical.of(parser.parseSmiles("[H]F.[H][H]")),
        canonical.of(parser.parseSmiles("[H][H].[H]F")));
  }

  private static IAtomContainer shuffled(IAtomContainer structure, Random random) {
    List<IAtom> atoms = new ArrayList<>();
    structure.atoms().forEach(atoms::add);
    List<IBond> bonds = new ArrayList<>();
    structure.bonds().forEach(bonds::add);
    Collections.shuffle(atoms, random);
    Collections.shuffle(bonds, random);
    structure.setAtoms(atoms.toArray(new IAtom[0]));
    structure.setBonds(bonds.toArray(new IBond[0]));
    return structure;
  }
}
