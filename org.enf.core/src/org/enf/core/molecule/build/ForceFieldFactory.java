package org.enf.core.molecule.build;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.BadAtomTypeException;
import com.actelion.research.chem.forcefield.mmff.BadRingAromException;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;
import com.actelion.research.chem.forcefield.mmff.MMFFMolecule;
import com.actelion.research.chem.forcefield.mmff.Search;
import com.actelion.research.chem.forcefield.mmff.Tables;
import com.actelion.research.chem.forcefield.mmff.type.Bond;

/** Gives structures their MMFF94 energy (Halgren, J. Comput. Chem. 17, 490, 1996). */
final class ForceFieldFactory {
  private static final String VARIANT = ForceFieldMMFF94.MMFF94;
  private static final String BOND_SIGNS = " –=≡";

  /** The columns of the bond table that name a bond: lower type, higher type, class. */
  private static final int[] BOND_KEY = {1, 2, 0};

  private final Tables tables;

  /** Reads the tables, unless some other factory already has. */
  ForceFieldFactory() {
    ForceFieldMMFF94.initialize(VARIANT);
    tables = ForceFieldMMFF94.table(VARIANT);
  }

  /**
   * The energy of a structure with all its hydrogens, to be minimized in place.
   *
   * @throws UnbuildableException if MMFF94 does not cover the structure
   */
  ForceFieldMMFF94 forceField(StereoMolecule structure) throws UnbuildableException {
    ForceFieldMMFF94 forceField;
    try {
      forceField = new ForceFieldMMFF94(structure, VARIANT);
    } catch (BadAtomTypeException | BadRingAromException unknown) {
      throw new UnbuildableException("MMFF94 has no type for one of its atoms", unknown);
    }
    requireBonds(forceField.getMMFFMolecule());
    return forceField;
  }

  /**
   * Refuses bonds without parameters: the library gives them the length of a single bond, whatever
   * their order.
   */
  private void requireBonds(MMFFMolecule typed) throws UnbuildableException {
    for (int b = 0; b < typed.getAllBonds(); b++) {
      int first = typed.getBondAtom(0, b);
      int second = typed.getBondAtom(1, b);
      int[] key = {
        Math.min(typed.getAtomType(first), typed.getAtomType(second)),
        Math.max(typed.getAtomType(first), typed.getAtomType(second)),
        Bond.getType(tables, typed, b)
      };
      if (Search.binary(BOND_KEY, key, tables.bond) < 0) {
        throw new UnbuildableException(
            "MMFF94 has no parameters for its bond "
                + typed.getAtomLabel(first)
                + BOND_SIGNS.charAt(typed.getBondOrder(b))
                + typed.getAtomLabel(second));
      }
    }
  }
}
