package org.enf.core.molecule.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/**
 * Reads XYZ: the number of atoms, a comment, and a line an atom with element, x, y, z in Å and
 * whatever else, which is passed over. Blank lines may stand between records. Comments as in QM9
 * are understood, and where one has QM9's properties, the three lines behind the atoms are read
 * too.
 */
final class XyzRecordReader implements RecordReader {
  private final LineReader lines;
  private final int mostAtoms;
  private final Tokens tokens = new Tokens();
  private final double[] unused = new double[Molecule.DIMENSIONS];
  private boolean lost;

  XyzRecordReader(LineReader lines, int mostAtoms) {
    this.lines = lines;
    this.mostAtoms = mostAtoms;
  }

  @Override
  public Molecule next() throws IOException {
    int size = lost ? findNextRecord() : size();
    if (size == 0) {
      return null;
    }
    long firstLine = lines.number();
    Molecule molecule = record(size);
    refuseSurplusAtom(size, firstLine);
    lost = false;
    return molecule;
  }

  @Override
  public MoleculeFormatException damaged(IOException failure) {
    return lines.damaged(failure);
  }

  /** The number of atoms of the record that begins here; 0 at the end of the stream. */
  private int size() throws IOException {
    lost = true;
    do {
      if (!lines.next()) {
        return 0;
      }
    } while (lines.isBlank());
    if (lines.overlong()) {
      throw lines.tooLong();
    }
    long size = loneInteger();
    if (size == Long.MIN_VALUE) {
      throw lines.broken("expected the number of atoms, found '" + lines.excerpt() + "'");
    }
    if (size < 1) {
      throw lines.broken("a molecule needs at least one atom, not " + size);
    }
    if (size > mostAtoms) {
      throw lines.broken(size + " atoms are more than the allowed " + mostAtoms);
    }
    return (int) size;
  }

  private long loneInteger() {
    tokens.of(lines);
    if (!tokens.next()) {
      return Long.MIN_VALUE;
    }
    long integer = tokens.integer();
    return tokens.next() ? Long.MIN_VALUE : integer;
  }

  /** Passes over the rest of a broken record; the number of atoms of the next, 0 at the end. */
  private int findNextRecord() throws IOException {
    while (lines.next()) {
      long size = lines.overlong() ? 0 : loneInteger();
      if (size < 1 || size > mostAtoms) {
        continue;
      }
      // A number that an atom follows was a comment: the name of the broken record.
      if (!lines.next()) {
        return (int) size;
      }
      boolean atomFollows = isAtom();
      lines.back();
      if (!atomFollows) {
        return (int) size;
      }
    }
    return 0;
  }

  private boolean isAtom() {
    tokens.of(lines);
    return tokens.next() && tokens.element() != null && tokens.coordinates(unused, 0);
  }

  private Molecule record(int size) throws IOException {
    nextLine("the file ends behind the number of atoms");
    XyzComment comment = XyzComment.read(lines, tokens);
    Element[] elements = new Element[size];
    double[] positions = new double[Molecule.DIMENSIONS * size];
    for (int atom = 0; atom < size; atom++) {
      if (!lines.next()) {
        throw lines.broken("the file ends behind " + atom + " of " + size + " atoms");
      }
      if (lines.overlong()) {
        throw lines.tooLong();
      }
      tokens.of(lines);
      elements[atom] = tokens.next() ? tokens.element() : null;
      if (elements[atom] == null || !tokens.coordinates(positions, 3 * atom)) {
        MoleculeFormatException broken = brokenAtom(atom, size);
        // This may be the first line of the next record already.
        lines.back();
        throw broken;
      }
    }
    Map<String, String> properties = comment.properties();
    if (comment.isQm9Record()) {
      readQm9Tail(properties, size);
    }
    return new Molecule(comment.name(), elements, positions, List.of(), properties);
  }

  private void nextLine(String otherwise) throws IOException {
    if (!lines.next()) {
      throw lines.broken(otherwise);
    }
    if (lines.overlong()) {
      throw lines.tooLong();
    }
  }

  private MoleculeFormatException brokenAtom(int atom, int size) {
    String which = "atom " + (atom + 1) + " of " + size + ": ";
    tokens.of(lines);
    if (!tokens.next()) {
      return lines.broken(which + "the line is blank");
    }
    if (tokens.element() == null) {
      return lines.broken(which + "'" + Excerpt.of(tokens.text()) + "' is no element");
    }
    for (char axis = 'x'; axis <= 'z'; axis++) {
      if (!tokens.next()) {
        return lines.broken(which + "coordinate " + axis + " is missing");
      }
      if (!Double.isFinite(tokens.coordinate())) {
        return lines.broken(
            which
                + "coordinate "
                + axis
                + " is '"
                + Excerpt.of(tokens.text())
                + "', "
                + tokens.coordinateProblem());
      }
    }
    throw new AssertionError("the line is an atom");
  }

  private void readQm9Tail(Map<String, String> properties, int size) throws IOException {
    nextLine("the file ends before the line of frequencies");
    tokens.of(lines);
    boolean any = false;
    while (tokens.next()) {
      any = true;
      if (!Double.isFinite(tokens.number())) {
        MoleculeFormatException broken =
            lines.broken(
                "expected the frequencies behind "
                    + size
                    + " atoms, found '"
                    + Excerpt.of(tokens.text())
                    + "'");
        lines.back();
        throw broken;
      }
    }
    if (!any) {
      throw lines.broken("the line of frequencies is blank");
    }
    readPair("SMILES", properties, Qm9Property.SMILES, Qm9Property.RELAXED_SMILES);
    readPair("InChI", properties, Qm9Property.INCHI, Qm9Property.RELAXED_INCHI);
  }

  private void readPair(String what, Map<String, String> properties, String first, String second)
      throws IOException {
    nextLine("the file ends before the line with the " + what + " strings");
    tokens.of(lines);
    if (tokens.next()) {
      String one = tokens.text();
      if (tokens.next()) {
        properties.put(first, one);
        properties.put(second, tokens.text());
        return;
      }
    }
    MoleculeFormatException broken =
        lines.broken("expected two " + what + " strings, found '" + lines.excerpt() + "'");
    lines.back();
    throw broken;
  }

  /** Sees to it that no atom is left behind where the number of atoms is too small. */
  private void refuseSurplusAtom(int size, long firstLine) throws IOException {
    try {
      if (!lines.next()) {
        return;
      }
    } catch (DamagedInputException later) {
      // This record is whole; the next one meets the damage again.
      return;
    }
    if (!lines.overlong() && isAtom()) {
      throw lines.brokenAt(
          firstLine, "the record says " + size + " atoms, but a line with one more follows");
    }
    lines.back();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
