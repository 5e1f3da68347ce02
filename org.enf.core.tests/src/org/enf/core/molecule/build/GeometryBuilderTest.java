package org.enf.core.molecule.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class GeometryBuilderTest {
  private final GeometryBuilder builder = new GeometryBuilder(3);

  @Test
  public void hydrogensAreComplete() {
    assertEquals("C2H6O", lowest("CCO").formula());
    assertEquals("H2O", lowest("O").formula());
    assertEquals("C4H4O", lowest("c1ccoc1").formula());
    assertEquals("C2H5NO", lowest("CC(N)=O").formula());
  }

  @Test
  public void hydrogensWrittenOutStayWithTheirAtoms() {
    Molecule methanol = lowest("[H]C([H])([H])O");
    assertEquals("CH4O", methanol.formula());
    for (Bond bond : methanol.bonds()) {
      assertTrue(methanol.distance(bond.first(), bond.second()) < 1.5);
    }
  }

  @Test
  public void nameSmilesAndBondsGoIntoTheMolecule() {
    Molecule ethene = builtFrom(builder.build("C=C", "ethene")).lowest();
    assertEquals("ethene", ethene.name());
    assertEquals("C=C", ethene.properties().get("SMILES"));
    assertEquals(5, ethene.bonds().size());
    assertTrue(ethene.bonds().contains(new Bond(0, 1, 2)));
  }

  @Test
  public void centreIsTheOrigin() {
    Molecule propanol = lowest("CCCO");
    for (int axis = 0; axis < Molecule.DIMENSIONS; axis++) {
      double sum = 0;
      for (int atom = 0; atom < propanol.size(); atom++) {
        sum += propanol.coordinate(atom, axis);
      }
      assertEquals(0, sum, 1e-9);
    }
  }

  @Test
  public void methaneIsTetrahedral() {
    Molecule methane = lowest("C");
    for (int i = 1; i < 5; i++) {
      assertEquals(1.092, methane.distance(0, i), 0.005);
      for (int j = i + 1; j < 5; j++) {
        assertEquals(109.47, angle(methane, i, 0, j), 0.1);
      }
    }
  }

  @Test
  public void waterIsBent() {
    Molecule water = lowest("O");
    assertEquals(0.97, water.distance(0, 1), 0.01);
    assertEquals(104, angle(water, 1, 0, 2), 2);
  }

  @Test
  public void ethyneIsStraight() {
    Molecule ethyne = lowest("C#C");
    assertEquals(1.20, ethyne.distance(0, 1), 0.01);
    for (Bond bond : ethyne.bonds()) {
      if (ethyne.element(bond.second()) == Element.H) {
        assertEquals(180, angle(ethyne, 1 - bond.first(), bond.first(), bond.second()), 0.5);
      }
    }
  }

  @Test
  public void benzeneIsAPlanarRegularHexagon() {
    Molecule benzene = lowest("c1ccccc1");
    assertTrue(distanceFromPlane(benzene) < 0.1);
    for (Bond bond : benzene.bonds()) {
      double expected = benzene.element(bond.second()) == Element.H ? 1.085 : 1.395;
      assertEquals(expected, benzene.distance(bond.first(), bond.second()), 0.005);
    }
    for (int atom = 0; atom < 6; atom++) {
      assertEquals(120, angle(benzene, (atom + 5) % 6, atom, (atom + 1) % 6), 0.2);
    }
  }

  @Test
  public void flatMoleculesAreFlat() {
    for (String smiles :
        List.of("c1ccoc1", "c1cc[nH]c1", "c1c[nH]cn1", "C=C", "C=O", "OC=O", "NC=O", "C=CC=C")) {
      assertTrue(smiles, distanceFromPlane(lowest(smiles)) < 0.1);
    }
  }

  @Test
  public void lowestButaneIsStretchedAndTheNextOneGauche() {
    List<Molecule> conformers = builtFrom(builder.build("CCCC", "butane")).conformers();
    assertEquals(2, conformers.size());
    assertTrue(conformers.get(0).distance(0, 3) > 3.8);
    assertTrue(conformers.get(1).distance(0, 3) < 3.3);
  }

  @Test
  public void noMoreConformersThanAskedFor() {
    assertEquals(1, builtFrom(new GeometryBuilder(1).build("CCCC", "")).conformers().size());
    assertThrows(IllegalArgumentException.class, () -> new GeometryBuilder(0));
  }

  @Test
  public void anotherBuilderFindsTheSameCoordinates() {
    assertEquals(builder.build("OCC(O)CO", ""), new GeometryBuilder(3).build("OCC(O)CO", ""));
  }

  @Test
  public void earlierWorkLeavesNoTraceInTheResult() {
    BuildResult first = builder.build("CCOC", "");
    builder.build("c1ccncc1", "");
    builder.build("C1CC", "");
    assertEquals(first, builder.build("CCOC", ""));
  }

  @Test
  public void buildersOfTwoThreadsDoNotDisturbEachOther() throws Exception {
    List<String> structures = List.of("CCO", "CC(N)=O", "c1ccoc1", "C1CCC1", "FCC#N", "CC=NO");
    Callable<List<BuildResult>> work =
        () -> {
          GeometryBuilder own = new GeometryBuilder(2);
          return structures.stream().map(smiles -> own.build(smiles, "")).toList();
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<List<BuildResult>> first = threads.submit(work);
      Future<List<BuildResult>> second = threads.submit(work);
      assertEquals(first.get(), second.get());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  public void brokenSmilesGivesOneClearReason() {
    assertEquals(
        "no geometry for the SMILES 'C1CC': it cannot be read: Unclosed ring detected, SMILES may"
            + " be truncated",
        reason("C1CC"));
    for (String broken : List.of("C(C", "c1ccc", "Xx", "C=(", "c1cccc1", "", " ", "CC ethane")) {
      assertEquals(broken, 1, reason(broken).lines().count());
    }
  }

  @Test
  public void whatCannotBeBuiltIsNamed() {
    assertTrue(reason("CCl").contains("it holds Cl"));
    assertTrue(reason("C[N+](=O)[O-]").contains("its N is charged"));
    assertTrue(reason("[CH3]").contains("its C has the valence 3, only 4 can be built"));
    assertTrue(reason("CN(=O)=O").contains("its N has the valence 5, only 3 can be built"));
    assertTrue(reason("C.C").contains("more than one molecule"));
    assertTrue(reason("F/C=C/F").contains("stereo"));
    assertTrue(reason("[2H]C").contains("isotope"));
    assertTrue(reason("*").contains("an atom of no element"));
    assertTrue(reason("C".repeat(30)).contains("92 atoms, at most 64"));
    assertTrue(reason("C".repeat(100_000)).contains("longer than"));
  }

  /** OpenChemLib would build them with single bonds, whatever the order. */
  @Test
  public void bondsThatMmff94DoesNotKnowAreRefused() {
    assertTrue(reason("C#CC#C").contains("MMFF94 has no parameters for its bond C–C"));
    assertTrue(reason("N#N").contains("MMFF94 has no parameters for its bond N≡N"));
    assertTrue(reason("O=C=O").contains("MMFF94 has no parameters for its bond O=C"));
    assertTrue(reason("O=O").contains("MMFF94 has no type for one of its atoms"));
  }

  private Molecule lowest(String smiles) {
    return builtFrom(builder.build(smiles, "")).lowest();
  }

  private String reason(String smiles) {
    BuildResult result = builder.build(smiles, "");
    assertTrue(smiles, result instanceof BuildResult.Rejected);
    return ((BuildResult.Rejected) result).reason();
  }

  private static BuildResult.Built builtFrom(BuildResult result) {
    assertTrue(result.toString(), result instanceof BuildResult.Built);
    return (BuildResult.Built) result;
  }

  private static double angle(Molecule molecule, int first, int centre, int last) {
    double a = molecule.distance(first, centre);
    double b = molecule.distance(centre, last);
    double c = molecule.distance(first, last);
    double cosine = (a * a + b * b - c * c) / (2 * a * b);
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
  }

  /** The distance in Å of the farthest atom from the plane of the three atoms that span most. */
  private static double distanceFromPlane(Molecule molecule) {
    double[] normal = new double[3];
    for (int i = 1; i < molecule.size(); i++) {
      for (int j = 1; j < i; j++) {
        double[] trial = cross(between(molecule, 0, i), between(molecule, 0, j));
        if (dot(trial, trial) > dot(normal, normal)) {
          normal = trial;
        }
      }
    }
    double farthest = 0;
    for (int i = 1; i < molecule.size(); i++) {
      double height = dot(between(molecule, 0, i), normal) / Math.sqrt(dot(normal, normal));
      farthest = Math.max(farthest, Math.abs(height));
    }
    return farthest;
  }

  private static double[] between(Molecule molecule, int first, int second) {
    double[] difference = new double[Molecule.DIMENSIONS];
    for (int axis = 0; axis < difference.length; axis++) {
      difference[axis] = molecule.coordinate(second, axis) - molecule.coordinate(first, axis);
    }
    return difference;
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
