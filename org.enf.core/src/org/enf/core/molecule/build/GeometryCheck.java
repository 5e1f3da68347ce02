package org.enf.core.molecule.build;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.conf.VDWRadii;
import java.util.Locale;
import java.util.Optional;
import org.enf.core.molecule.Molecule;

/**
 * Tells a geometry that can be a molecule from one that cannot: two atoms are closer than {@value
 * #REACH} times the sum of their covalent radii where the structure has a bond, and only there.
 */
final class GeometryCheck {
  /** Peroxides reach 1.17; the bridgeheads of bicyclo[1.1.1]pentane, unbonded, stand at 1.24. */
  private static final double REACH = 1.2;

  private final StereoMolecule structure;

  GeometryCheck(StereoMolecule structure) {
    this.structure = structure;
  }

  /** What is wrong with a geometry of the structure, or nothing. */
  Optional<String> fault(Molecule molecule) {
    for (int i = 0; i < molecule.size(); i++) {
      for (int j = i + 1; j < molecule.size(); j++) {
        boolean bonded = structure.getBond(i, j) >= 0;
        double distance = molecule.distance(i, j);
        if (bonded != distance < REACH * (radius(molecule, i) + radius(molecule, j))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "atoms %d and %d are %.2f Å apart %s a bond",
                  i + 1,
                  j + 1,
                  distance,
                  bonded ? "with" : "without"));
        }
      }
    }
    return Optional.empty();
  }

  private static double radius(Molecule molecule, int atom) {
    return VDWRadii.getCovalentRadius(molecule.element(atom).atomicNumber());
  }
}
