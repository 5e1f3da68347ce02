package org.enf.core.scoring;

import java.util.Arrays;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/** Small molecules with made-up but sensible geometries. */
final class TinyMolecules {
  private TinyMolecules() {}

  static Molecule pair(Element first, Element second, double distance) {
    return new Molecule("", new Element[] {first, second}, new double[] {0, 0, 0, distance, 0, 0});
  }

  static Molecule hydrogen() {
    return pair(Element.H, Element.H, 0.74);
  }

  static Molecule nitrogen() {
    return pair(Element.N, Element.N, 1.1);
  }

  static Molecule oxygen() {
    return pair(Element.O, Element.O, 1.21);
  }

  static Molecule hydrogenFluoride() {
    return pair(Element.H, Element.F, 0.92);
  }

  static Molecule hydrogenChloride() {
    return pair(Element.H, Element.CL, 1.27);
  }

  /** The hydrogen is stable, the oxygen is not. */
  static Molecule hydroxyl() {
    return pair(Element.O, Element.H, 0.97);
  }

  static Molecule water() {
    return new Molecule(
        "",
        new Element[] {Element.O, Element.H, Element.H},
        new double[] {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0});
  }

  static Molecule twoHydrogens() {
    return new Molecule(
        "",
        new Element[] {Element.H, Element.H, Element.H, Element.H},
        new double[] {0, 0, 0, 0.74, 0, 0, 0, 5, 0, 0.74, 5, 0});
  }

  /** Three in a row, the middle one with two bonds. */
  static Molecule threeHydrogens() {
    return new Molecule(
        "",
        new Element[] {Element.H, Element.H, Element.H},
        new double[] {0, 0, 0, 0.8, 0, 0, 1.6, 0, 0});
  }

  /** So many hydrogen atoms, two by two. */
  static Molecule hydrogens(int atoms) {
    Element[] elements = new Element[atoms];
    Arrays.fill(elements, Element.H);
    double[] positions = new double[3 * atoms];
    for (int atom = 0; atom < atoms; atom++) {
      positions[3 * atom] = 0.74 * (atom % 2);
      positions[3 * atom + 1] = 2.0 * (atom / 2);
    }
    return new Molecule("", elements, positions);
  }

  static Molecule fluorine() {
    return new Molecule("", new Element[] {Element.F}, new double[3]);
  }

  /**
   * 1,2-Difluorobenzene as one of its Kekulé forms: the bond between the two CF is the first.
   *
   * @param first length of the first, third and fifth bond in Å
   * @param second length of the others
   */
  static Molecule difluorobenzene(double first, double second) {
    Element[] elements = new Element[12];
    double[] positions = new double[36];
    double x = 0;
    double y = 0;
    for (int corner = 0; corner < 6; corner++) {
      elements[corner] = Element.C;
      elements[6 + corner] = corner < 2 ? Element.F : Element.H;
      positions[3 * corner] = x;
      positions[3 * corner + 1] = y;
      // Each step turns left by 60°, so outward at a corner is halfway between the steps, right.
      double outward = Math.toRadians(60 * corner - 120);
      double length = corner < 2 ? 1.35 : 1.09;
      positions[18 + 3 * corner] = x + length * Math.cos(outward);
      positions[18 + 3 * corner + 1] = y + length * Math.sin(outward);
      double step = corner % 2 == 0 ? first : second;
      x += step * Math.cos(Math.toRadians(60 * corner));
      y += step * Math.sin(Math.toRadians(60 * corner));
    }
    return new Molecule("", elements, positions);
  }

  static JudgedMolecule judged(Molecule molecule) {
    return (JudgedMolecule) StabilityRule.paper().judge(molecule);
  }
}
