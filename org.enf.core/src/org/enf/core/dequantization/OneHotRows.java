package org.enf.core.dequantization;

import org.enf.core.molecule.AtomTypes;

/** The discrete features of atoms as numbers: a 1 in the column of the type, and the charge. */
final class OneHotRows {
  private OneHotRows() {}

  /**
   * Writes the features of all atoms into zeroed rows.
   *
   * @param width the columns of a row
   * @param first the column at which the features begin
   */
  static void write(AtomTypes types, int[] atoms, double[] rows, int width, int first) {
    for (int i = 0; i < atoms.length; i++) {
      rows[i * width + first + atoms[i]] = 1;
      rows[i * width + first + types.size()] = types.element(atoms[i]).atomicNumber();
    }
  }
}
