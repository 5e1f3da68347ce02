package org.enf.core.molecule.build;

import java.util.Arrays;
import java.util.List;

/**
 * The MMFF94 energy of one structure as a function of its positions (Halgren, J. Comput. Chem. 17,
 * 490, 1996).
 *
 * <p>Not safe for use by several threads at once: its terms keep scratch vectors.
 */
final class ForceField {
  private final EnergyTerm[] terms;
  private final double[] unstrainedLengths;

  /**
   * A force field.
   *
   * @param terms what the energy is the sum of
   * @param unstrainedLengths the length in Å of each bond without strain; becomes its own
   */
  ForceField(List<EnergyTerm> terms, double[] unstrainedLengths) {
    this.terms = terms.toArray(EnergyTerm[]::new);
    this.unstrainedLengths = unstrainedLengths;
  }

  /** The length in Å that the bond of this number has without strain. */
  double unstrainedLength(int bond) {
    return unstrainedLengths[bond];
  }

  /**
   * The energy and its gradient.
   *
   * @param positions 3 coordinates an atom in Å
   * @param gradient 3 numbers an atom in kcal/mol/Å, overwritten
   * @return the energy in kcal/mol
   */
  double energy(double[] positions, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (EnergyTerm term : terms) {
      sum += term.add(positions, gradient);
    }
    return sum;
  }
}
