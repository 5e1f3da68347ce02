package org.enf.core.molecule.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.molecule.Bond;

/** Tells a geometry that can be a molecule from one that cannot. */
final class GeometryCheck {
  /** No two atoms of a molecule are closer, in Å. */
  static final double CLOSEST = 0.5;

  /** A bond may differ by this much from its length without strain, in Å. */
  static final double LARGEST_STRAIN = 0.15;

  private final MolecularGraph graph;
  private final ForceField forceField;

  GeometryCheck(MolecularGraph graph, ForceField forceField) {
    this.graph = graph;
    this.forceField = forceField;
  }

  /** What is wrong with the positions, or nothing. */
  Optional<String> fault(double[] positions) {
    for (double coordinate : positions) {
      if (!Double.isFinite(coordinate)) {
        return Optional.of("a coordinate is not a number");
      }
    }
    for (int i = 0; i < graph.size(); i++) {
      for (int j = i + 1; j < graph.size(); j++) {
        if (distance(positions, i, j) < CLOSEST) {
          return Optional.of(
              "atoms " + (i + 1) + " and " + (j + 1) + " are closer than " + CLOSEST + " Å");
        }
      }
    }
    List<Bond> bonds = graph.bonds();
    for (int b = 0; b < bonds.size(); b++) {
      double length = distance(positions, bonds.get(b).first(), bonds.get(b).second());
      if (Math.abs(length - forceField.unstrainedLength(b)) > LARGEST_STRAIN) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "the bond of atoms %d and %d is %.2f Å long instead of %.2f Å",
                bonds.get(b).first() + 1,
                bonds.get(b).second() + 1,
                length,
                forceField.unstrainedLength(b)));
      }
    }
    return Optional.empty();
  }

  private static double distance(double[] positions, int first, int second) {
    double[] d = new double[3];
    Vector3.between(positions, first, second, d);
    return Vector3.length(d);
  }
}
