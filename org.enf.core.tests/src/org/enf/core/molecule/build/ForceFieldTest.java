package org.enf.core.molecule.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class ForceFieldTest {
  private final Mmff94Parameters parameters = Mmff94Parameters.load();
  private final SmilesInterpreter interpreter = new SmilesInterpreter(parameters);

  @Test
  public void gradientIsTheSlopeOfTheEnergy() throws UnbuildableException {
    Random random = new Random(5);
    for (String smiles :
        List.of("O", "CC(=O)NC", "C#CC=C", "c1ccoc1", "O=C1CCC1", "FC(F)=C", "C=C=C", "CC1CO1")) {
      MolecularGraph graph = interpreter.read(smiles);
      ForceField forceField = ForceFieldAssembly.assemble(graph, parameters);
      double[] positions = shaken(lowest(smiles), random);
      double[] gradient = new double[positions.length];
      forceField.energy(positions, gradient);
      for (int i = 0; i < positions.length; i++) {
        double slope = finiteDifference(forceField, positions, i);
        assertEquals(smiles, slope, gradient[i], 1e-5 * (1 + Math.abs(slope)));
      }
    }
  }

  @Test
  public void forcesOfAMoleculeCancel() throws UnbuildableException {
    ForceField forceField =
        ForceFieldAssembly.assemble(interpreter.read("CC(=O)NC"), parameters);
    double[] positions = shaken(lowest("CC(=O)NC"), new Random(6));
    double[] gradient = new double[positions.length];
    forceField.energy(positions, gradient);
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int i = axis; i < gradient.length; i += 3) {
        sum += gradient[i];
      }
      assertEquals(0, sum, 1e-9);
    }
  }

  /** MMFF94 puts gauche butane 0.78 kcal/mol above anti (Halgren and Nachbar, 1996). */
  @Test
  public void gaucheButaneLiesWhereMmff94HasIt() throws UnbuildableException {
    ForceField forceField = ForceFieldAssembly.assemble(interpreter.read("CCCC"), parameters);
    BuildResult.Built butane = (BuildResult.Built) new GeometryBuilder(2).build("CCCC", "");
    double anti = energy(forceField, butane.conformers().get(0));
    double gauche = energy(forceField, butane.conformers().get(1));
    assertEquals(0.78, gauche - anti, 0.01);
  }

  @Test
  public void builtGeometryIsAMinimum() throws UnbuildableException {
    ForceField forceField = ForceFieldAssembly.assemble(interpreter.read("CCO"), parameters);
    Random random = new Random(7);
    Molecule ethanol = lowest("CCO");
    double lowest = energy(forceField, ethanol);
    for (int trial = 0; trial < 20; trial++) {
      double[] positions = shaken(ethanol, random);
      assertTrue(forceField.energy(positions, new double[positions.length]) > lowest);
    }
  }

  @Test
  public void tablesAreReadWithTheErrorsOfCdksCopyMended() {
    assertEquals(1.418, parameters.bond(0, "C", "O").orElseThrow().length(), 0);
    assertEquals(1.451, parameters.bond(0, "N", "C").orElseThrow().length(), 0);
    assertEquals(1094.319, parameters.bond(0, "Csp", "Csp").orElseThrow().stiffness(), 1e-3);
    assertEquals(306.432, parameters.bond(0, "C", "C").orElseThrow().stiffness(), 1e-3);
  }

  @Test
  public void conjugatedSingleBondIsLongerThanTheDoubleBond() {
    assertEquals(1.333, parameters.bond(0, "Csp2", "Csp2").orElseThrow().length(), 0);
    assertEquals(1.430, parameters.bond(1, "Csp2", "Csp2").orElseThrow().length(), 0);
  }

  @Test
  public void checkFindsAtomsThatTouchStretchedBondsAndNumbersThatAreNone()
      throws UnbuildableException {
    MolecularGraph graph = interpreter.read("O");
    GeometryCheck check =
        new GeometryCheck(graph, ForceFieldAssembly.assemble(graph, parameters));
    double[] sound = lowest("O").positions();
    assertTrue(check.fault(sound).isEmpty());
    double[] touching = sound.clone();
    System.arraycopy(touching, 3, touching, 6, 3);
    assertEquals("atoms 2 and 3 are closer than 0.5 Å", check.fault(touching).orElseThrow());
    double[] stretched = {0, 0, 0, 1.5, 0, 0, 0, 0.97, 0};
    assertEquals(
        "the bond of atoms 1 and 2 is 1.50 Å long instead of 0.97 Å",
        check.fault(stretched).orElseThrow());
    double[] endless = sound.clone();
    endless[4] = Double.NaN;
    assertEquals("a coordinate is not a number", check.fault(endless).orElseThrow());
  }

  private static Molecule lowest(String smiles) {
    return ((BuildResult.Built) new GeometryBuilder(1).build(smiles, "")).lowest();
  }

  private static double energy(ForceField forceField, Molecule molecule) {
    double[] positions = molecule.positions();
    return forceField.energy(positions, new double[positions.length]);
  }

  private static double[] shaken(Molecule molecule, Random random) {
    double[] positions = molecule.positions();
    for (int i = 0; i < positions.length; i++) {
      positions[i] += 0.1 * random.nextGaussian();
    }
    return positions;
  }

  private static double finiteDifference(ForceField forceField, double[] positions, int i) {
    double step = 1e-5;
    double[] moved = positions.clone();
    double[] unused = new double[positions.length];
    moved[i] = positions[i] + step;
    double above = forceField.energy(moved, unused);
    moved[i] = positions[i] - step;
    return (above - forceField.energy(moved, unused)) / (2 * step);
  }
}
