package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class StabilityRuleTest {
  private final StabilityRule rule = StabilityRule.paper();

  @Test
  public void agreesWithTheReferenceMoleculeByMolecule() throws IOException {
    for (JsonNode vector : ScoringVectors.stabilityCases()) {
      String id = vector.get("id").asText();
      JudgedMolecule judged = (JudgedMolecule) rule.judge(ScoringVectors.molecule(vector));
      assertEquals(id, ScoringVectors.bonds(vector), judged.bonds());
      for (int atom = 0; atom < judged.atoms(); atom++) {
        assertEquals(id, vector.get("valence_per_atom").get(atom).asInt(), judged.valence(atom));
      }
      assertEquals(id, vector.get("n_atoms").asInt(), judged.atoms());
      assertEquals(id, vector.get("n_stable_atoms").asInt(), judged.stableAtoms());
      assertEquals(id, vector.get("molecule_stable").asBoolean(), judged.isStable());
    }
  }

  @Test
  public void valencesAreThoseOfTheReference() throws IOException {
    JsonNode allowed = ScoringVectors.read("stability.json").get("allowed_valence");
    for (Element element : rule.table().elements()) {
      assertEquals(allowed.get(element.symbol()).asInt(), rule.valences().of(element));
    }
  }

  @Test
  public void waterIsStable() {
    JudgedMolecule water = TinyMolecules.judged(TinyMolecules.water());
    assertTrue(water.isStable());
    assertEquals(List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)), water.bonds());
    assertEquals(2, water.valence(0));
    assertEquals(1, water.fragments());
  }

  @Test
  public void loneAtomHasNoValenceAndIsNotStable() {
    JudgedMolecule atom = TinyMolecules.judged(TinyMolecules.fluorine());
    assertFalse(atom.isStable());
    assertEquals(0, atom.valence(0));
    assertEquals(0, atom.stableAtoms());
    assertEquals(1, atom.fragments());
  }

  @Test
  public void oneAtomTooFewMakesTheMoleculeUnstableButNotItsOtherAtoms() {
    JudgedMolecule hydroxyl = TinyMolecules.judged(TinyMolecules.hydroxyl());
    assertFalse(hydroxyl.isStable());
    assertFalse(hydroxyl.isStable(0));
    assertTrue(hydroxyl.isStable(1));
  }

  @Test
  public void stableMoleculeMayFallIntoFragments() {
    JudgedMolecule two = TinyMolecules.judged(TinyMolecules.twoHydrogens());
    assertTrue(two.isStable());
    assertEquals(2, two.fragments());
  }

  @Test
  public void elementOutsideTheTablesIsNotJudged() {
    Molecule molecule = TinyMolecules.hydrogenChloride();
    UnjudgedMolecule verdict = (UnjudgedMolecule) rule.judge(molecule);
    assertEquals(molecule, verdict.molecule());
    assertEquals(Element.CL, verdict.element());
    assertTrue(verdict.reason(), verdict.reason().contains("not Cl (atom 2)"));
  }
}
