package org.enf.core.molecule.io;

import java.io.IOException;
import org.enf.core.molecule.Molecule;

/** Makes the text of one record. */
sealed interface RecordText permits XyzText, SdfText {
  /**
   * Appends the record of a molecule.
   *
   * @throws IOException if the format cannot hold it
   */
  void append(Molecule molecule, StringBuilder text) throws IOException;

  /** A text that fits on one line. */
  static String oneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      line.append(Character.isISOControl(character) ? ' ' : character);
    }
    return line.toString();
  }
}
