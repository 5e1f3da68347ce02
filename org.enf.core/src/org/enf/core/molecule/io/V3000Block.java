package org.enf.core.molecule.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;

/** Reads a V3000 connection table: words behind {@code M V30}, in blocks for atoms and bonds. */
final class V3000Block {
  /** What every line of the table begins with. */
  static final String PREFIX = "M  V30 ";

  private final SdfLines record;
  private final LineReader lines;
  private final int mostAtoms;
  private final Tokens tokens = new Tokens();
  private final StringBuilder text = new StringBuilder();
  private double[] positions = new double[0];
  private int atoms;
  private int bonds;
  private int declaredAtoms = -1;
  private int declaredBonds;

  V3000Block(SdfLines record, int mostAtoms) {
    this.record = record;
    this.lines = record.lines();
    this.mostAtoms = mostAtoms;
  }

  /** Reads from the counts line, which is the current one, to the end of the table. */
  MolBlock read() throws IOException {
    long firstLine = lines.number();
    text.append(MolBlock.HEADER)
        .append("  0  0  0     0  0            999 V3000\n")
        .append(PREFIX)
        .append("BEGIN CTAB\n");
    for (String line = nextLine(); line != null; line = nextLine()) {
      if (line.startsWith("COUNTS ")) {
        readCounts(line);
      } else if (line.equals("BEGIN ATOM")) {
        copyBlock(line, "END ATOM", this::readAtom);
      } else if (line.equals("BEGIN BOND")) {
        copyBlock(line, "END BOND", this::checkBond);
      }
    }
    if (declaredAtoms != atoms || declaredBonds != bonds) {
      throw lines.broken(
          "the table has "
              + atoms
              + " atoms and "
              + bonds
              + " bonds, but says "
              + Math.max(declaredAtoms, 0)
              + " and "
              + declaredBonds);
    }
    text.append(PREFIX).append("END CTAB\n").append(MolBlock.END).append('\n');
    return new MolBlock(text.toString(), true, positions, firstLine);
  }

  /** The words of the next line and its continuations; null at the end of the table. */
  private String nextLine() throws IOException {
    record.next("the line '" + MolBlock.END + "'");
    if (lines.startsWith(MolBlock.END)) {
      return null;
    }
    String line = words();
    if (!line.endsWith("-")) {
      return line.strip();
    }
    StringBuilder joined = new StringBuilder();
    while (line.endsWith("-")) {
      joined.append(line, 0, line.length() - 1);
      record.next("the continuation of a line");
      line = words();
    }
    return joined.append(line).toString().strip();
  }

  private String words() throws MoleculeFormatException {
    if (!lines.startsWith(PREFIX)) {
      throw lines.broken("expected a line with 'M  V30', found '" + lines.excerpt() + "'");
    }
    return lines.text().substring(PREFIX.length());
  }

  private void readCounts(String line) throws MoleculeFormatException {
    tokens.of(line.getBytes(StandardCharsets.UTF_8)).next();
    long numberOfAtoms = tokens.next() ? tokens.integer() : -1;
    long numberOfBonds = tokens.next() ? tokens.integer() : -1;
    if (declaredAtoms >= 0 || numberOfAtoms < 1 || numberOfAtoms > mostAtoms) {
      throw lines.broken(
          "a molecule needs 1 to " + mostAtoms + " atoms, found '" + Excerpt.of(line) + "'");
    }
    if (numberOfBonds < 0 || numberOfBonds > Integer.MAX_VALUE) {
      throw lines.broken("expected the number of bonds, found '" + Excerpt.of(line) + "'");
    }
    declaredAtoms = (int) numberOfAtoms;
    declaredBonds = (int) numberOfBonds;
    positions = new double[Molecule.DIMENSIONS * declaredAtoms];
  }

  private void copyBlock(String begin, String end, LineCheck check) throws IOException {
    text.append(PREFIX).append(begin).append('\n');
    String line = nextLine();
    while (line != null && !line.equals(end)) {
      tokens.of(line.getBytes(StandardCharsets.UTF_8));
      check.accept(line);
      text.append(PREFIX).append(line).append('\n');
      line = nextLine();
    }
    if (line == null) {
      throw lines.broken("the table ends before '" + end + "'");
    }
    text.append(PREFIX).append(end).append('\n');
  }

  private void readAtom(String line) throws MoleculeFormatException {
    if (atoms == Math.max(declaredAtoms, 0)) {
      throw lines.broken("the table has more atoms than it says: " + atoms);
    }
    // CDK makes its table of atoms as long as the largest number of an atom.
    boolean labelled = tokens.next() && tokens.integer() >= 1 && tokens.integer() <= mostAtoms;
    if (!labelled) {
      throw lines.broken(
          "expected an atom number from 1 to " + mostAtoms + ", found '" + Excerpt.of(line) + "'");
    }
    if (!tokens.next() || !tokens.isAtomSymbol()) {
      throw lines.broken("atom " + (atoms + 1) + ": no element in '" + Excerpt.of(line) + "'");
    }
    if (!tokens.coordinates(positions, Molecule.DIMENSIONS * atoms)) {
      throw lines.broken(
          "atom "
              + (atoms + 1)
              + ": no three coordinates up to "
              + Tokens.REACH
              + " in '"
              + Excerpt.of(line)
              + "'");
    }
    atoms++;
  }

  private void checkBond(String line) throws MoleculeFormatException {
    bonds++;
    tokens.next();
    long type = tokens.next() ? tokens.integer() : 0;
    if (type < 1 || type > Bond.AROMATIC) {
      throw lines.broken(
          "bond " + bonds + ": no bond order (1 to 4) in '" + Excerpt.of(line) + "'");
    }
    long first = tokens.next() ? tokens.integer() : 0;
    long second = tokens.next() ? tokens.integer() : 0;
    if (first < 1 || second < 1 || Math.max(first, second) > mostAtoms || first == second) {
      throw lines.broken(
          "bond " + bonds + ": expected two atoms, found '" + Excerpt.of(line) + "'");
    }
  }

  /** Checks one line of a block; the tokens stand at its beginning. */
  private interface LineCheck {
    void accept(String line) throws MoleculeFormatException;
  }
}
