package org.enf.core.molecule.build;

/** What two atoms three or more bonds apart feel in MMFF94: buffered 14-7 and Coulomb energy. */
final class NonBonded implements EnergyTerm {
  private static final double COULOMB = 332.0716;
  private static final double COULOMB_BUFFER = 0.05;

  private final int first;
  private final int second;
  private final double diameter;
  private final double depth;
  private final double chargeProduct;
  private final double[] d = new double[3];

  /**
   * The energy of one pair.
   *
   * @param diameter the distance of lowest van der Waals energy in Å
   * @param depth the depth of that minimum in kcal/mol
   * @param chargeProduct product of the charges, scaled down where MMFF94 does so
   */
  NonBonded(int first, int second, double diameter, double depth, double chargeProduct) {
    this.first = first;
    this.second = second;
    this.diameter = diameter;
    this.depth = depth;
    this.chargeProduct = COULOMB * chargeProduct;
  }

  @Override
  public double add(double[] positions, double[] gradient) {
    Vector3.between(positions, second, first, d);
    double distance = Math.max(Vector3.length(d), 1e-6);
    double q = distance / diameter;
    double q2 = q * q;
    double q6 = q2 * q2 * q2;
    double shell = 1.07 / (q + 0.07);
    double shell2 = shell * shell;
    double repulsion = shell2 * shell2 * shell2 * shell;
    double attraction = 1.12 / (q6 * q + 0.12);
    double slopeRepulsion = -7 * repulsion / (q + 0.07);
    double slopeAttraction = -7 * q6 * attraction / (q6 * q + 0.12);
    double vanDerWaals = depth * repulsion * (attraction - 2);
    double coulomb = chargeProduct / (distance + COULOMB_BUFFER);
    double slope =
        depth * (slopeRepulsion * (attraction - 2) + repulsion * slopeAttraction) / diameter
            - coulomb / (distance + COULOMB_BUFFER);
    Vector3.addTo(gradient, first, slope / distance, d);
    Vector3.addTo(gradient, second, -slope / distance, d);
    return vanDerWaals + coulomb;
  }
}
