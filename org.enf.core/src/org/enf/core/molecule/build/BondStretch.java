package org.enf.core.molecule.build;

/** The bond stretching energy of MMFF94, k Δ² (1 + c Δ + 7/12 c² Δ²) with c = −2 Å⁻¹. */
final class BondStretch implements EnergyTerm {
  private static final double CUBIC = -2;
  private static final double QUARTIC = 7.0 / 12 * CUBIC * CUBIC;

  private final int first;
  private final int second;
  private final double length;
  private final double stiffness;
  private final double[] d = new double[3];

  BondStretch(int first, int second, Mmff94Parameters.BondLength parameters) {
    this.first = first;
    this.second = second;
    this.length = parameters.length();
    this.stiffness = parameters.stiffness();
  }

  @Override
  public double add(double[] positions, double[] gradient) {
    Vector3.between(positions, second, first, d);
    double distance = Math.max(Vector3.length(d), 1e-6);
    double delta = distance - length;
    double slope =
        stiffness * delta * (2 + 3 * CUBIC * delta + 4 * QUARTIC * delta * delta) / distance;
    Vector3.addTo(gradient, first, slope, d);
    Vector3.addTo(gradient, second, -slope, d);
    return stiffness * delta * delta * (1 + CUBIC * delta + QUARTIC * delta * delta);
  }
}
