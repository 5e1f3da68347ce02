package org.enf.core.molecule.io;

import org.enf.core.molecule.Molecule;

/** XYZ with the name as comment and eight decimals; bonds and properties have no place in it. */
final class XyzText implements RecordText {
  private static final int DECIMALS = 8;

  @Override
  public void append(Molecule molecule, StringBuilder text) {
    text.append(molecule.size()).append('\n');
    text.append(RecordText.oneLine(molecule.name())).append('\n');
    for (int atom = 0; atom < molecule.size(); atom++) {
      text.append(molecule.element(atom).symbol());
      for (int axis = 0; axis < Molecule.DIMENSIONS; axis++) {
        FixedDecimal.append(text.append(' '), molecule.coordinate(atom, axis), DECIMALS);
      }
      text.append('\n');
    }
  }
}
