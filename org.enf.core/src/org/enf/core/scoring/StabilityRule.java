package org.enf.core.scoring;

import java.util.BitSet;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Molecule;

/**
 * The stability metric of the paper, Appendix A.3: bonds by distance; an atom is stable where its
 * bond orders add up to exactly the valence of its element, a molecule where all its atoms are.
 *
 * <p>Charges and the bonds a file names play no part. Immutable.
 */
public final class StabilityRule {
  private static final StabilityRule PAPER =
      new StabilityRule(BondLengthTable.paper(), Valences.paper());

  private final BondLengthTable table;
  private final BondPerception perception;
  private final Valences valences;

  private StabilityRule(BondLengthTable table, Valences valences) {
    this.table = table;
    this.perception = new BondPerception(table);
    this.valences = valences;
  }

  /** The rule with the tables, margins and valences of the paper. */
  public static StabilityRule paper() {
    return PAPER;
  }

  /** The bond lengths and margins. */
  public BondLengthTable table() {
    return table;
  }

  /** The valences that count as stable. */
  public Valences valences() {
    return valences;
  }

  /**
   * Judges one molecule.
   *
   * @return a {@link JudgedMolecule}, or an {@link UnjudgedMolecule} where the tables do not cover
   *     one of its elements
   */
  public Verdict judge(Molecule molecule) {
    List<Bond> bonds;
    try {
      bonds = perception.bonds(molecule);
    } catch (UnknownElementException e) {
      return new UnjudgedMolecule(molecule, e.element(), e.getMessage());
    }
    int[] sums = new int[molecule.size()];
    for (Bond bond : bonds) {
      sums[bond.first()] += bond.order();
      sums[bond.second()] += bond.order();
    }
    BitSet stable = new BitSet(sums.length);
    for (int atom = 0; atom < sums.length; atom++) {
      stable.set(atom, sums[atom] == valences.of(molecule.element(atom)));
    }
    return new JudgedMolecule(molecule, bonds, sums, stable);
  }
}
