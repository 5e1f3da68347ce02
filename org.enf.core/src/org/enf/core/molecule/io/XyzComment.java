package org.enf.core.molecule.io;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the comment of an XYZ record says: a name; in {@code gdb N} the number of the molecule in
 * GDB too; and behind that, in a file as QM9 has them, 15 computed properties.
 *
 * @param name the name of the molecule, may be empty
 * @param properties what else was found, may be added to
 * @param isQm9Record whether QM9's three further lines follow the atoms
 */
record XyzComment(String name, Map<String, String> properties, boolean isQm9Record) {

  /** Reads the current line. */
  static XyzComment read(LineReader lines, Tokens tokens) throws IOException {
    tokens.of(lines);
    if (tokens.next() && tokens.is(GdbIndex.TAG) && tokens.next()) {
      long index = tokens.integer();
      if (index >= 0 && !tokens.next()) {
        return new XyzComment(GdbIndex.name(index), tagged(index), false);
      }
      if (index >= 0 && Double.isFinite(tokens.number())) {
        return new XyzComment(GdbIndex.name(index), qm9(index, lines, tokens), true);
      }
    }
    return new XyzComment(lines.text().strip(), new LinkedHashMap<>(), false);
  }

  private static Map<String, String> tagged(long index) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(Qm9Property.TAG, GdbIndex.TAG);
    properties.put(Qm9Property.INDEX, Long.toString(index));
    return properties;
  }

  private static Map<String, String> qm9(long index, LineReader lines, Tokens tokens)
      throws MoleculeFormatException {
    Map<String, String> properties = tagged(index);
    int count = 0;
    do {
      String text = tokens.text();
      if (!Double.isFinite(tokens.number())) {
        throw lines.broken("property '" + Excerpt.of(text) + "' is not a finite number");
      }
      if (count < Qm9Property.IN_FILE_ORDER.size()) {
        properties.put(Qm9Property.IN_FILE_ORDER.get(count).key(), text.replace("*^", "e"));
      }
      count++;
    } while (tokens.next());
    if (count != Qm9Property.IN_FILE_ORDER.size()) {
      throw lines.broken(
          "the properties line has "
              + count
              + " numbers instead of "
              + Qm9Property.IN_FILE_ORDER.size());
    }
    return properties;
  }
}
