package org.enf.core.molecule.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;
import java.util.Random;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

public class ForceFieldFactoryTest {
  private final ForceFieldFactory factory = new ForceFieldFactory();
  private final SmilesInterpreter interpreter = new SmilesInterpreter();

  /** MMFF94 puts gauche butane 0.78 kcal/mol above anti (Halgren and Nachbar, 1996). */
  @Test
  public void gaucheButaneLiesWhereMmff94HasIt() throws UnbuildableException {
    ForceFieldMMFF94 forceField = factory.forceField(interpreter.read("CCCC"));
    BuildResult.Built butane = (BuildResult.Built) new GeometryBuilder(2).build("CCCC", "");
    double anti = forceField.getTotalEnergy(butane.conformers().get(0).positions());
    double gauche = forceField.getTotalEnergy(butane.conformers().get(1).positions());
    assertEquals(0.78, gauche - anti, 0.01);
  }

  @Test
  public void builtGeometryIsAMinimum() throws UnbuildableException {
    ForceFieldMMFF94 forceField = factory.forceField(interpreter.read("CCO"));
    double[] lowest = lowest("CCO").positions();
    double energy = forceField.getTotalEnergy(lowest);
    Random random = new Random(7);
    for (int trial = 0; trial < 20; trial++) {
      double[] positions = lowest.clone();
      for (int i = 0; i < positions.length; i++) {
        positions[i] += 0.02 * random.nextGaussian();
      }
      assertTrue(forceField.getTotalEnergy(positions) > energy);
    }
  }

  @Test
  public void checkFindsTornBondsAndAtomsThatTouch() throws UnbuildableException {
    StereoMolecule water = interpreter.read("O");
    GeometryCheck check = new GeometryCheck(water);
    Molecule sound = lowest("O");
    assertTrue(check.fault(sound).isEmpty());
    assertEquals(
        "atoms 1 and 2 are 1.50 Å apart with a bond",
        check.fault(moved(sound, 0, 0, 0, 1.5, 0, 0, 0, 0.97, 0)).orElseThrow());
    assertEquals(
        "atoms 2 and 3 are 0.10 Å apart without a bond",
        check.fault(moved(sound, 0, 0, 0, 0.97, 0, 0, 0.97, 0.1, 0)).orElseThrow());
  }

  @Test
  public void bridgeheadsOfASmallCageAreNoBond() {
    assertTrue(new GeometryBuilder(1).build("C1C2CC1C2", "") instanceof BuildResult.Built);
  }

  private static Molecule lowest(String smiles) {
    return ((BuildResult.Built) new GeometryBuilder(1).build(smiles, "")).lowest();
  }

  private static Molecule moved(Molecule molecule, double... positions) {
    return new Molecule("", molecule.elements(), positions);
  }
}
