package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

public class ValidSmilesTest {
  private final ValidSmiles validSmiles = new ValidSmiles();

  @Test
  public void verdictsAgreeWithTheReferenceOnStableAndOtherMolecules() throws IOException {
    for (JsonNode vector : ScoringVectors.stabilityCases()) {
      assertEquals(
          vector.get("id").asText(),
          !vector.get("rdkit_valid_smiles").isNull(),
          smiles(ScoringVectors.molecule(vector)).isPresent());
    }
  }

  @Test
  public void smilesMeanTheStructuresOfTheReference() throws IOException, CDKException {
    SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    CanonicalSmiles canonical = new CanonicalSmiles();
    for (JsonNode vector : ScoringVectors.stabilityCases()) {
      if (vector.get("molecule_stable").asBoolean()) {
        String expected =
            canonical.of(parser.parseSmiles(vector.get("rdkit_valid_smiles").asText()));
        assertEquals(Optional.of(expected), smiles(ScoringVectors.molecule(vector)));
      }
    }
  }

  @Test
  public void smilesDoNotDependOnTheOrderOfTheAtoms() throws IOException {
    Random random = new Random(5);
    for (JsonNode vector : ScoringVectors.stabilityCases()) {
      Molecule molecule = ScoringVectors.molecule(vector);
      assertEquals(smiles(molecule), smiles(shuffled(molecule, random)));
    }
  }

  @Test
  public void bothKekuleGeometriesOfARingHaveOneAromaticSmiles() {
    Optional<String> one = smiles(TinyMolecules.difluorobenzene(1.36, 1.43));
    Optional<String> other = smiles(TinyMolecules.difluorobenzene(1.43, 1.36));
    assertTrue(one.toString(), one.orElseThrow().contains("c"));
    assertEquals(one, other);
  }

  @Test
  public void hydrogenStaysExplicit() {
    assertEquals(Optional.of("[H]O[H]"), smiles(TinyMolecules.water()));
    assertEquals(Optional.of("N#N"), smiles(TinyMolecules.nitrogen()));
    assertEquals(Optional.of("[H][H].[H][H]"), smiles(TinyMolecules.twoHydrogens()));
  }

  @Test
  public void tooFewBondsAreMadeUpByHydrogen() {
    assertEquals(Optional.of("[H]O"), smiles(TinyMolecules.hydroxyl()));
    assertEquals(Optional.of("F"), smiles(TinyMolecules.fluorine()));
  }

  @Test
  public void tooManyBondsAreNotValid() {
    assertEquals(Optional.empty(), smiles(TinyMolecules.threeHydrogens()));
  }

  @Test
  public void moleculeTooLongToWriteIsNotValid() {
    assertTrue(smiles(TinyMolecules.hydrogens(ValidSmiles.MAX_ATOMS)).isPresent());
    assertEquals(Optional.empty(), smiles(TinyMolecules.hydrogens(ValidSmiles.MAX_ATOMS + 2)));
  }

  private Optional<String> smiles(Molecule molecule) {
    return validSmiles.of(TinyMolecules.judged(molecule));
  }

  private static Molecule shuffled(Molecule molecule, Random random) {
    List<Integer> from = new ArrayList<>();
    for (int atom = 0; atom < molecule.size(); atom++) {
      from.add(atom);
    }
    Collections.shuffle(from, random);
    Element[] elements = new Element[molecule.size()];
    double[] positions = new double[3 * molecule.size()];
    for (int atom = 0; atom < elements.length; atom++) {
      elements[atom] = molecule.element(from.get(atom));
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * atom + axis] = molecule.coordinate(from.get(atom), axis);
      }
    }
    return new Molecule(molecule.name(), elements, positions);
  }
}
