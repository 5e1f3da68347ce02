package org.enf.core.molecule.build;

import org.enf.core.molecule.build.Mmff94Parameters.AngleSize;
import org.enf.core.molecule.build.Mmff94Parameters.StretchBend;

/**
 * The angle bending energy of MMFF94, k Δ² (1 + c Δ) with c = −0.007 per degree, and its coupling
 * of the angle to the two bonds, (k₁ Δ₁ + k₂ Δ₂) Δ; only k (1 + cos θ) where the angle is a
 * straight one.
 */
final class AngleBend implements EnergyTerm {
  private static final double CUBIC = -0.007 * 180 / Math.PI;
  private static final double SMALLEST_SINE = 1e-3;

  private final int first;
  private final int centre;
  private final int last;
  private final boolean straight;
  private final double angle;
  private final double stiffness;
  private final double lengthFirst;
  private final double lengthLast;
  private final double couplingFirst;
  private final double couplingLast;
  private final double[] a = new double[3];
  private final double[] b = new double[3];
  private final double[] slopeA = new double[3];
  private final double[] slopeB = new double[3];

  /**
   * The energy of one angle.
   *
   * @param size the angle without strain and its stiffness
   * @param lengthFirst the length without strain of the bond to the first end, Å
   * @param lengthLast the length without strain of the bond to the last end, Å
   * @param coupling how the angle and the bonds depend on each other
   */
  AngleBend(
      int first,
      int centre,
      int last,
      AngleSize size,
      double lengthFirst,
      double lengthLast,
      StretchBend coupling) {
    this.first = first;
    this.centre = centre;
    this.last = last;
    this.straight = size.degrees() == 180;
    this.angle = Math.toRadians(size.degrees());
    this.stiffness = size.stiffness();
    this.lengthFirst = lengthFirst;
    this.lengthLast = lengthLast;
    this.couplingFirst = coupling.first();
    this.couplingLast = coupling.last();
  }

  @Override
  public double add(double[] positions, double[] gradient) {
    Vector3.between(positions, centre, first, a);
    Vector3.between(positions, centre, last, b);
    double lengthA = Math.max(Vector3.length(a), 1e-6);
    double lengthB = Math.max(Vector3.length(b), 1e-6);
    double cosine = Math.max(-1, Math.min(1, Vector3.dot(a, b) / (lengthA * lengthB)));
    double energy;
    double slope;
    if (straight) {
      energy = stiffness * (1 + cosine);
      slope = stiffness;
    } else {
      double delta = StrictMath.acos(cosine) - angle;
      double sine = Math.max(SMALLEST_SINE, Math.sqrt(1 - cosine * cosine));
      double pull =
          couplingFirst * (lengthA - lengthFirst) + couplingLast * (lengthB - lengthLast);
      energy = delta * (stiffness * delta * (1 + CUBIC * delta) + pull);
      slope = -(stiffness * delta * (2 + 3 * CUBIC * delta) + pull) / sine;
      addAlong(gradient, first, couplingFirst * delta / lengthA, a);
      addAlong(gradient, last, couplingLast * delta / lengthB, b);
    }
    Vector3.cosineSlope(a, lengthA, b, lengthB, cosine, slopeA);
    Vector3.cosineSlope(b, lengthB, a, lengthA, cosine, slopeB);
    addAlong(gradient, first, slope, slopeA);
    addAlong(gradient, last, slope, slopeB);
    return energy;
  }

  private void addAlong(double[] gradient, int end, double factor, double[] vector) {
    Vector3.addTo(gradient, end, factor, vector);
    Vector3.addTo(gradient, centre, -factor, vector);
  }
}
