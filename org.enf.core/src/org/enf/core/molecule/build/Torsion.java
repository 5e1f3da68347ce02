package org.enf.core.molecule.build;

/**
 * The torsion energy of MMFF94 about the bond j–k of four atoms i–j–k–l: v₁ (1 + cos φ) + v₂ (cos
 * 2φ − 1) + v₃ (1 + cos 3φ), written as a polynomial in cos φ.
 */
final class Torsion implements EnergyTerm {
  private final int[] atoms;
  private final Mmff94Parameters.TorsionSeries series;
  private final double[] a = new double[3];
  private final double[] b = new double[3];
  private final double[] c = new double[3];
  private final double[] normalAb = new double[3];
  private final double[] normalBc = new double[3];
  private final double[] slopeAb = new double[3];
  private final double[] slopeBc = new double[3];
  private final double[] part = new double[3];

  Torsion(int i, int j, int k, int l, Mmff94Parameters.TorsionSeries series) {
    this.atoms = new int[] {i, j, k, l};
    this.series = series;
  }

  @Override
  public double add(double[] positions, double[] gradient) {
    Vector3.between(positions, atoms[0], atoms[1], a);
    Vector3.between(positions, atoms[1], atoms[2], b);
    Vector3.between(positions, atoms[2], atoms[3], c);
    Vector3.cross(a, b, normalAb);
    Vector3.cross(b, c, normalBc);
    double lengthAb = Vector3.length(normalAb);
    double lengthBc = Vector3.length(normalBc);
    // three atoms in a row define no plane, and no torsion
    if (lengthAb < 1e-3 || lengthBc < 1e-3) {
      return 0;
    }
    double x = Vector3.dot(normalAb, normalBc) / (lengthAb * lengthBc);
    double slope = series.one() + 4 * series.two() * x + series.three() * (12 * x * x - 3);
    Vector3.cosineSlope(normalAb, lengthAb, normalBc, lengthBc, x, slopeAb);
    Vector3.cosineSlope(normalBc, lengthBc, normalAb, lengthAb, x, slopeBc);
    Vector3.cross(b, slopeAb, part);
    addBetween(gradient, 0, slope);
    Vector3.cross(slopeAb, a, part);
    addBetween(gradient, 1, slope);
    Vector3.cross(c, slopeBc, part);
    addBetween(gradient, 1, slope);
    Vector3.cross(slopeBc, b, part);
    addBetween(gradient, 2, slope);
    return series.one() * (1 + x)
        + series.two() * (2 * x * x - 2)
        + series.three() * (1 + x * (4 * x * x - 3));
  }

  private void addBetween(double[] gradient, int position, double slope) {
    Vector3.addTo(gradient, atoms[position], -slope, part);
    Vector3.addTo(gradient, atoms[position + 1], slope, part);
  }
}
