package org.enf.core.molecule.build;

/** One kind of contribution to the energy of a molecule. */
interface EnergyTerm {
  /**
   * The energy, with its gradient added to another.
   *
   * @param positions 3 coordinates an atom in Å
   * @param gradient 3 numbers an atom in kcal/mol/Å, added to
   * @return the energy in kcal/mol
   */
  double add(double[] positions, double[] gradient);
}
