package org.enf.core.scoring;

import java.util.ArrayList;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;

/** Finds bonds by the distances of all pairs of atoms. */
public final class BondPerception {
  private final BondLengthTable table;

  /** Bonds by this table. */
  public BondPerception(BondLengthTable table) {
    this.table = table;
  }

  /**
   * The bonds that the distances tell; bonds that the molecule itself names are not looked at.
   *
   * @return bonds of order 1 to 3 with {@code first < second}, sorted by first, then second
   * @throws UnknownElementException if the table does not cover an element of the molecule
   */
  public List<Bond> bonds(Molecule molecule) {
    int[] columns = table.columns(molecule);
    List<Bond> bonds = new ArrayList<>(molecule.size() + 4);
    for (int i = 0; i < columns.length; i++) {
      for (int j = i + 1; j < columns.length; j++) {
        int order = table.order(columns[i], columns[j], molecule.distance(i, j));
        if (order > 0) {
          bonds.add(new Bond(i, j, order));
        }
      }
    }
    return bonds;
  }
}
