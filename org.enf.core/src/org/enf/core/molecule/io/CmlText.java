package org.enf.core.molecule.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.vecmath.Point3d;
import org.enf.core.molecule.Molecule;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.io.CMLReader;
import org.openscience.cdk.silent.ChemFile;
import org.openscience.cdk.tools.manipulator.ChemFileManipulator;

/** One molecule as CML, read by CDK. */
final class CmlText {
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  /** A byte order mark, and the declaration, which may name another encoding. */
  private static final Pattern PROLOGUE = Pattern.compile("\\A\uFEFF?(?:<\\?xml\\s[^>]*\\?>)?");

  private static final int N = Molecule.DIMENSIONS;

  static {
    CdkLog.install();
  }

  private CmlText() {}

  /**
   * Reads the first molecule of a text.
   *
   * @throws MoleculeFormatException if it is broken or has no positions in space
   */
  static Molecule read(String text, String name) throws MoleculeFormatException {
    if (text.contains(DOCUMENT_TYPE)) {
      // It could name other files, and entities without end.
      throw MolText.broken(name, "it has a document type declaration; take that line out");
    }
    IAtomContainer container = container(text, name);
    double[] positions = new double[N * container.getAtomCount()];
    for (IAtom atom : container.atoms()) {
      Point3d point = atom.getPoint3d();
      if (point == null) {
        throw MolText.broken(name, MolText.NO_POSITIONS);
      }
      if (Math.max(Math.abs(point.x), Math.max(Math.abs(point.y), Math.abs(point.z)))
          > Tokens.MOST_ANGSTROM) {
        throw MolText.broken(
            name, "atom " + (atom.getIndex() + 1) + " has a coordinate beyond " + Tokens.REACH);
      }
      int from = N * atom.getIndex();
      positions[from] = point.x;
      positions[from + 1] = point.y;
      positions[from + 2] = point.z;
    }
    try {
      String title = Objects.requireNonNullElse(container.getTitle(), "");
      return CdkMolecules.molecule(title, container, positions, Map.of());
    } catch (IllegalArgumentException failure) {
      throw MolText.broken(name, "it cannot be used: " + Reason.of(failure));
    }
  }

  private static IAtomContainer container(String text, String name) throws MoleculeFormatException {
    // Read in another encoding the text could hold the document type that was not found in it.
    String document = PROLOGUE.matcher(text).replaceFirst(Matcher.quoteReplacement(DECLARATION));
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    try (CMLReader reader = new CMLReader(bytes)) {
      IChemFile file = reader.read(new ChemFile());
      return StreamSupport.stream(
              ChemFileManipulator.getAllAtomContainers(file).spliterator(), false)
          .filter(container -> container.getAtomCount() > 0)
          .findFirst()
          .orElseThrow(() -> MolText.broken(name, MolText.NO_MOLECULE));
    } catch (MoleculeFormatException broken) {
      throw broken;
    } catch (CDKException | IOException | RuntimeException failure) {
      // CDK lets faults of all kinds through where a document is odd.
      throw MolText.broken(name, "its CML is broken: " + Reason.of(failure));
    }
  }
}
