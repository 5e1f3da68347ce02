package org.enf.core.molecule.io;

import static org.junit.Assert.assertArrayEquals;
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

  private static String cml(String atoms) {
    return "<?xml version=\"1.0\"?><molecule xmlns=\"http://www.xml-cml.org/schema\" title=\"w\">"
        + "<atomArray>"
        + atoms
        + "</atomArray></molecule>";
  }

  @Test
  public void cmlIsReadWithItsPositions() throws IOException {
    String atoms =
        "<atom id=\"a1\" elementType=\"O\" x3=\"0\" y3=\"0.5\" z3=\"0.1\"/>"
            + "<atom id=\"a2\" elementType=\"H\" x3=\"0.96\" y3=\"0\" z3=\"0\"/>";
    Molecule molecule = MolText.readCml(cml(atoms), "cell");
    assertEquals(List.of(Element.O, Element.H), List.of(molecule.elements()));
    assertArrayEquals(new double[] {0, 0.5, 0.1, 0.96, 0, 0}, molecule.positions(), 0);
  }

  @Test
  public void cmlWithoutPositionsInSpaceIsRefused() {
    assertTrue(
        cmlProblem(cml("<atom id=\"a1\" elementType=\"O\" x2=\"0\" y2=\"0.5\"/>")).contains("3D"));
  }

  @Test
  public void cmlThatIsNoneOrCouldReadFilesIsRefused() {
    assertTrue(cmlProblem("no XML").contains("cell"));
    assertTrue(cmlProblem(cml("")).contains("no molecule"));
    assertTrue(
        cmlProblem("<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + cml(""))
            .contains("document type"));
  }

  private static String cmlProblem(String text) {
    return assertThrows(MoleculeFormatException.class, () -> MolText.readCml(text, "cell"))
        .getMessage();
  }

  private static String problem(String text) {
    return assertThrows(MoleculeFormatException.class, () -> MolText.read(text, "cell"))
        .getMessage();
  }
}
