package org.enf.core.molecule.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

public class DemoMoleculesTest {
  private static final Map<Element, Integer> VALENCES =
      new EnumMap<>(Map.of(Element.H, 1, Element.C, 4, Element.N, 3, Element.O, 2, Element.F, 1));

  /**
   * The range in Å within which the distance rule of the E-NF paper (Appendix A.3) takes two atoms
   * for bonded with this order, narrowed where chemistry knows better.
   */
  private static final Map<String, double[]> LENGTHS = new HashMap<>();

  private static DemoMolecules demo;
  private static DemoMolecules.Outcome outcome;
  private static final List<String> PROGRESS = new ArrayList<>();

  @BeforeClass
  public static void buildOnce() {
    String table =
        "C1C 1.39 1.64, C2C 1.23 1.39, C3C 1.15 1.23, C1N 1.34 1.57, C2N 1.19 1.34, C3N 1.10 1.19,"
            + " C1O 1.25 1.53, C2O 1.16 1.25, N1N 1.30 1.55, N2N 1.13 1.30, N1O 1.26 1.50,"
            + " O1O 1.26 1.58, C1F 1.30 1.45, C1H 1.06 1.12, H1N 1.00 1.04, H1O 0.96 1.00";
    for (String row : table.split(", ")) {
      String[] columns = row.split(" ");
      LENGTHS.put(
          columns[0],
          new double[] {Double.parseDouble(columns[1]), Double.parseDouble(columns[2])});
    }
    demo = new DemoMolecules();
    outcome = demo.build((done, total) -> PROGRESS.add(done + "/" + total));
  }

  @Test
  public void listHoldsSomeHundredNamedStructures() {
    assertTrue(demo.entries().size() >= 250);
    Set<String> names = new HashSet<>();
    for (DemoMolecules.Entry entry : demo.entries()) {
      assertFalse(entry.smiles(), entry.name().isBlank());
      assertTrue(entry.name(), names.add(entry.name()));
    }
  }

  @Test
  public void listHoldsNoStructureTwice() throws CDKException {
    SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    SmilesGenerator generator = new SmilesGenerator(SmiFlavor.Unique);
    Set<String> seen = new HashSet<>();
    for (DemoMolecules.Entry entry : demo.entries()) {
      assertTrue(entry.toString(), seen.add(generator.create(parser.parseSmiles(entry.smiles()))));
    }
  }

  @Test
  public void everyStructureIsBuilt() {
    assertEquals(List.of(), outcome.rejected());
    Set<String> built = new HashSet<>();
    outcome.molecules().forEach(molecule -> built.add(molecule.name()));
    assertEquals(demo.entries().size(), built.size());
  }

  @Test
  public void moleculesStandInTheOrderOfTheList() {
    List<String> names = outcome.molecules().stream().map(Molecule::name).distinct().toList();
    assertEquals(demo.entries().stream().map(DemoMolecules.Entry::name).toList(), names);
  }

  @Test
  public void moleculesHaveOneToSevenHeavyAtoms() {
    for (Molecule molecule : outcome.molecules()) {
      int heavy = 0;
      for (Element element : molecule.elements()) {
        heavy += element == Element.H ? 0 : 1;
      }
      assertTrue(molecule.toString(), heavy >= 1 && heavy <= 7);
    }
  }

  @Test
  public void everyAtomIsOfAKnownElementAndHasItsValence() {
    for (Molecule molecule : outcome.molecules()) {
      int[] orders = new int[molecule.size()];
      for (Bond bond : molecule.bonds()) {
        orders[bond.first()] += bond.order();
        orders[bond.second()] += bond.order();
      }
      for (int atom = 0; atom < orders.length; atom++) {
        assertEquals(
            molecule.toString(), VALENCES.get(molecule.element(atom)), (Integer) orders[atom]);
      }
    }
  }

  @Test
  public void bondLengthsArePlausibleAndTellTheirOrderByTheRuleOfThePaper() {
    for (Molecule molecule : outcome.molecules()) {
      for (Bond bond : molecule.bonds()) {
        String kind = kind(molecule, bond);
        double[] range = LENGTHS.get(kind);
        assertNotNull(molecule + ": " + kind, range);
        double length = molecule.distance(bond.first(), bond.second());
        assertTrue(
            molecule + ": " + kind + " of " + length, length > range[0] && length < range[1]);
      }
    }
  }

  @Test
  public void atomsWithoutABondKeepApart() {
    for (Molecule molecule : outcome.molecules()) {
      Set<Long> bonded = new HashSet<>();
      for (Bond bond : molecule.bonds()) {
        bonded.add(pair(bond.first(), bond.second()));
      }
      for (int i = 0; i < molecule.size(); i++) {
        for (int j = i + 1; j < molecule.size(); j++) {
          if (!bonded.contains(pair(i, j))) {
            boolean hydrogens =
                molecule.element(i) == Element.H || molecule.element(j) == Element.H;
            double least = hydrogens ? 1.45 : 1.8;
            assertTrue(molecule.toString(), molecule.distance(i, j) > least);
          }
        }
      }
    }
  }

  @Test
  public void progressIsToldAfterEachStructure() {
    int total = demo.entries().size();
    assertEquals(total, PROGRESS.size());
    assertEquals("1/" + total, PROGRESS.get(0));
    assertEquals(total + "/" + total, PROGRESS.get(total - 1));
  }

  @Test
  public void moleculesAreTheSameInEveryBuild() {
    GeometryBuilder builder = new GeometryBuilder(3);
    int position = 0;
    for (DemoMolecules.Entry entry : demo.entries().subList(0, 40)) {
      BuildResult.Built again = (BuildResult.Built) builder.build(entry.smiles(), entry.name());
      int next = position + again.conformers().size();
      assertEquals(outcome.molecules().subList(position, next), again.conformers());
      position = next;
    }
  }

  @Test
  public void fingerprintIsShortAndSteady() {
    assertTrue(demo.fingerprint().matches("[0-9a-f]{8}"));
    assertEquals(demo.fingerprint(), new DemoMolecules().fingerprint());
  }

  private static String kind(Molecule molecule, Bond bond) {
    String first = molecule.element(bond.first()).symbol();
    String second = molecule.element(bond.second()).symbol();
    boolean inOrder = first.compareTo(second) <= 0;
    return inOrder ? first + bond.order() + second : second + bond.order() + first;
  }

  private static long pair(int first, int second) {
    return (long) Math.min(first, second) << 32 | Math.max(first, second);
  }
}
