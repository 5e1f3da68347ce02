package org.enf.core.molecule.build;

/**
 * The out-of-plane energy of MMFF94 at a centre with three neighbours, k sin² χ with χ the angle
 * between the bond to the last neighbour and the plane of the other two bonds.
 *
 * <p>MMFF94 has χ² in the place of sin² χ; the two agree where χ is small, and the sine is bounded
 * for the few types with a negative constant.
 */
final class OutOfPlane implements EnergyTerm {
  private final int centre;
  private final int first;
  private final int second;
  private final int last;
  private final double stiffness;
  private final double[] a = new double[3];
  private final double[] b = new double[3];
  private final double[] c = new double[3];
  private final double[] normal = new double[3];
  private final double[] slopeNormal = new double[3];
  private final double[] slopeC = new double[3];
  private final double[] part = new double[3];

  OutOfPlane(int centre, int first, int second, int last, double stiffness) {
    this.centre = centre;
    this.first = first;
    this.second = second;
    this.last = last;
    this.stiffness = stiffness;
  }

  @Override
  public double add(double[] positions, double[] gradient) {
    Vector3.between(positions, centre, first, a);
    Vector3.between(positions, centre, second, b);
    Vector3.between(positions, centre, last, c);
    Vector3.cross(a, b, normal);
    double lengthNormal = Vector3.length(normal);
    double lengthC = Vector3.length(c);
    if (lengthNormal < 1e-3 || lengthC < 1e-3) {
      return 0;
    }
    double sine = Vector3.dot(normal, c) / (lengthNormal * lengthC);
    double slope = 2 * stiffness * sine;
    Vector3.cosineSlope(normal, lengthNormal, c, lengthC, sine, slopeNormal);
    Vector3.cosineSlope(c, lengthC, normal, lengthNormal, sine, slopeC);
    addTo(gradient, last, slope, slopeC);
    Vector3.cross(b, slopeNormal, part);
    addTo(gradient, first, slope, part);
    Vector3.cross(slopeNormal, a, part);
    addTo(gradient, second, slope, part);
    return stiffness * sine * sine;
  }

  private void addTo(double[] gradient, int atom, double factor, double[] vector) {
    Vector3.addTo(gradient, atom, factor, vector);
    Vector3.addTo(gradient, centre, -factor, vector);
  }
}
