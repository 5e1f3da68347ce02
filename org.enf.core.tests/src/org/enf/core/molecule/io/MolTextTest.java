package org.enf.core.molecule.io;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.junit.Test;

/** Molecules as the text of a cell. */
public final class MolTextTest {
  private static final Molecule WATER =
      new Molecule(
              "water",
              new Element[] {Element.O, Element.H, Element.H},
              new double[] {0, 0, 0.1, 0.76, 0, -0.5, -0.76, 0, -0.5})
          .withBonds(List.of(new Bond(0, 1, 1), new Bond(0, 2, 1)));

  @Test
  public void whatIsWrittenIsRead() throws IOException {
    assertEquals(WATER, MolText.read(MolText.sdf(WATER), "cell"));
  }

  @Test
  public void molFileWithoutDelimiterIsRead() throws IOException {
    String sdf = MolText.sdf(WATER);
    assertEquals(WATER, MolText.read(sdf.substring(0, sdf.indexOf("$$$$")), "cell"));
  }

  @Test
  public void drawingIsNoMoleculeInSpace() throws IOException {
    String drawing = MolText.sdf(WATER).replace("E-NF           3D", "E-NF           2D");
    assertTrue(problem(drawing).contains("3D"));
  }

  @Test
  public void moleculeWithoutPositionsIsRefused() throws IOException {
    Molecule nowhere = new Molecule("nowhere", new Element[] {Element.C, Element.O}, new double[6]);
    assertTrue(problem(MolText.sdf(nowhere)).contains("3D"));
  }

  @Test
  public void textThatIsNoMoleculeIsRefusedWithItsName() {
    assertTrue(problem("").contains("cell"));
    assertTrue(problem("hello\nworld\n\n").contains("cell"));
    assertTrue(problem("\n\n\n  0  0  0     0  0            999 V2000\nM  END\n").contains("cell"));
  }

  private static String problem(String text) {
    return assertThrows(MoleculeFormatException.class, () -> MolText.read(text, "cell"))
        .getMessage();
  }
}
