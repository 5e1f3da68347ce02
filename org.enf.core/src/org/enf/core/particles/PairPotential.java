package org.enf.core.particles;

/**
 * The energy of two particles by their distance, in units of the temperature. What is summed over
 * all pairs does not change under rotation, reflection, translation and permutation.
 */
public sealed interface PairPotential permits DoubleWell, LennardJones {
  /**
   * The energy u(d) of a pair.
   *
   * @param squaredDistance d², above 0
   */
  double energy(double squaredDistance);

  /**
   * The slope du/d(d²), from which follow all forces.
   *
   * @param squaredDistance d², above 0
   */
  double slope(double squaredDistance);
}
