package org.enf.core.molecule.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;

/**
 * Reads a V2000 connection table, which has fixed columns: {@code aaabbb} in the counts line,
 * {@code xxxxxxxxxxyyyyyyyyyyzzzzzzzzzz sss} for an atom, {@code aaabbbttt} for a bond.
 */
final class V2000Block {
  private static final int COUNT_COLUMNS = 3;
  private static final int COORDINATE_COLUMNS = 10;
  private static final int SYMBOL_COLUMN = 31;
  private static final int ATOM_COLUMNS = 34;
  private static final int BOND_COLUMNS = 9;

  private final SdfLines record;
  private final LineReader lines;
  private final int mostAtoms;
  private final Tokens tokens = new Tokens();

  V2000Block(SdfLines record, int mostAtoms) {
    this.record = record;
    this.lines = record.lines();
    this.mostAtoms = mostAtoms;
  }

  /** Reads from the counts line, which is the current one, to the end of the table. */
  MolBlock read() throws IOException {
    long firstLine = lines.number();
    int atoms = count(0, "atoms");
    int bonds = count(1, "bonds");
    if (atoms < 1 || atoms > mostAtoms) {
      throw lines.broken(
          "a molecule needs 1 to " + mostAtoms + " atoms, the counts line says " + atoms);
    }
    StringBuilder text = new StringBuilder(ATOM_COLUMNS * atoms + BOND_COLUMNS * bonds + 64);
    text.append(MolBlock.HEADER)
        .append(String.format(Locale.ROOT, "%3d%3d", atoms, bonds))
        .append("  0  0  0  0  0  0  0  0999 V2000\n");
    double[] positions = new double[Molecule.DIMENSIONS * atoms];
    for (int atom = 0; atom < atoms; atom++) {
      record.next("atom " + (atom + 1) + " of " + atoms);
      readAtom(atom, positions);
      append(text, ATOM_COLUMNS);
    }
    for (int bond = 0; bond < bonds; bond++) {
      record.next("bond " + (bond + 1) + " of " + bonds);
      checkBond(bond, atoms);
      append(text, BOND_COLUMNS);
    }
    do {
      record.next("the line '" + MolBlock.END + "'");
    } while (!lines.startsWith(MolBlock.END));
    return new MolBlock(
        text.append(MolBlock.END).append('\n').toString(), false, positions, firstLine);
  }

  private int count(int column, String what) throws MoleculeFormatException {
    long count =
        tokens.column(lines, COUNT_COLUMNS * column, COUNT_COLUMNS * (column + 1))
            ? tokens.integer()
            : -1;
    if (count < 0) {
      throw lines.broken(
          "expected the counts line with the number of "
              + what
              + ", found '"
              + lines.excerpt()
              + "'");
    }
    return (int) count;
  }

  private void readAtom(int atom, double[] positions) throws MoleculeFormatException {
    for (int axis = 0; axis < Molecule.DIMENSIONS; axis++) {
      int from = COORDINATE_COLUMNS * axis;
      double value =
          tokens.column(lines, from, from + COORDINATE_COLUMNS) ? tokens.coordinate() : Double.NaN;
      if (!Double.isFinite(value)) {
        throw lines.broken(
            "atom "
                + (atom + 1)
                + ": coordinate "
                + "xyz".charAt(axis)
                + (Double.isNaN(value)
                    ? " is no finite number in '"
                    : " is no number up to " + Tokens.REACH + " in '")
                + lines.excerpt()
                + "'");
      }
      positions[Molecule.DIMENSIONS * atom + axis] = value;
    }
    if (!tokens.column(lines, SYMBOL_COLUMN, ATOM_COLUMNS) || !tokens.isAtomSymbol()) {
      throw lines.broken("atom " + (atom + 1) + ": no element in '" + lines.excerpt() + "'");
    }
  }

  private void checkBond(int bond, int atoms) throws MoleculeFormatException {
    long[] numbers = new long[3];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          tokens.column(lines, COUNT_COLUMNS * i, COUNT_COLUMNS * (i + 1)) ? tokens.integer() : 0;
    }
    boolean atomsExist =
        numbers[0] >= 1 && numbers[1] >= 1 && Math.max(numbers[0], numbers[1]) <= atoms;
    if (!atomsExist || numbers[0] == numbers[1]) {
      throw lines.broken(
          "bond "
              + (bond + 1)
              + ": expected two atoms of "
              + atoms
              + ", found '"
              + lines.excerpt()
              + "'");
    }
    if (numbers[2] < 1 || numbers[2] > Bond.AROMATIC) {
      throw lines.broken(
          "bond " + (bond + 1) + ": type " + numbers[2] + " is no bond order (1 to 4)");
    }
  }

  private void append(StringBuilder text, int columns) {
    int length = Math.min(columns, lines.end() - lines.start());
    // Columns are bytes; CDK wants all of them.
    text.append(new String(lines.bytes(), lines.start(), length, StandardCharsets.ISO_8859_1))
        .append(" ".repeat(columns - length))
        .append('\n');
  }
}
