package org.enf.core.molecule.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.enf.core.molecule.Molecule;

/** One molecule as the text of an SDF record, a Mol file or CML, as cells of tables hold it. */
public final class MolText {
  static final String NO_MOLECULE = "there is no molecule in it";
  static final String NO_POSITIONS =
      "it has no positions in space (3D), only a drawing; make 3D coordinates first";

  private static final String FLAT = "2D";
  private static final int FLAT_COLUMN = 20;

  private MolText() {}

  /**
   * Reads the first molecule of a text.
   *
   * @param text an SDF record or a Mol file, V2000 or V3000
   * @param name what messages call it
   * @throws MoleculeFormatException if it is broken, or its positions are those of a drawing and
   *     not of space
   */
  public static Molecule read(String text, String name) throws MoleculeFormatException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadLimits limits = ReadLimits.DEFAULT;
    LineReader lines = new LineReader(name, new ByteArrayInputStream(bytes), limits.lineBytes());
    Molecule molecule;
    try (SdfRecordReader reader = new SdfRecordReader(lines, limits)) {
      molecule = reader.next();
    } catch (MoleculeFormatException broken) {
      throw broken;
    } catch (IOException impossible) {
      throw new AssertionError("bytes in memory cannot fail to be read", impossible);
    }
    if (molecule == null || molecule.size() == 0) {
      throw broken(name, NO_MOLECULE);
    }
    if (saysFlat(text) || lacksPositions(molecule)) {
      throw broken(name, NO_POSITIONS);
    }
    return molecule;
  }

  /**
   * Reads the first molecule of a CML document.
   *
   * @param text a CML document without a document type declaration
   * @param name what messages call it
   * @throws MoleculeFormatException if it is broken, or its atoms have no positions in space
   */
  public static Molecule readCml(String text, String name) throws MoleculeFormatException {
    return CmlText.read(text, name);
  }

  /** What is thrown where a text cannot be used for this reason. */
  public static MoleculeFormatException broken(String name, String reason) {
    return new MoleculeFormatException(new ReadProblem(name, 0, reason));
  }

  /** The second line of a Mol file holds the dimension in fixed columns. */
  private static boolean saysFlat(String text) {
    int second = text.indexOf('\n') + 1;
    return second > 0 && text.startsWith(FLAT, second + FLAT_COLUMN);
  }

  private static boolean lacksPositions(Molecule molecule) {
    if (molecule.size() == 1) {
      return false;
    }
    for (double coordinate : molecule.positions()) {
      if (coordinate != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The SDF record of a molecule, with the line {@code $$$$} at its end.
   *
   * @throws IOException if the molecule cannot be expressed in SDF
   */
  public static String sdf(Molecule molecule) throws IOException {
    StringBuilder text = new StringBuilder();
    new SdfText().append(molecule, text);
    return text.toString();
  }
}
