package org.enf.core.molecule.build;

import java.util.List;
import org.enf.core.molecule.Molecule;

/** What became of one SMILES: its geometries, or the reason why there are none. */
public sealed interface BuildResult {
  /** The SMILES as it was given. */
  String smiles();

  /** The name as it was given, may be empty. */
  String name();

  /**
   * The SMILES became a molecule in 3D.
   *
   * @param smiles the SMILES as it was given
   * @param name the name as it was given
   * @param conformers different minima of the energy, the lowest first, at least one
   */
  record Built(String smiles, String name, List<Molecule> conformers) implements BuildResult {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no conformer
     */
    public Built {
      conformers = List.copyOf(conformers);
      if (conformers.isEmpty()) {
        throw new IllegalArgumentException("a built molecule has at least one conformer");
      }
    }

    /** The conformer of lowest energy. */
    public Molecule lowest() {
      return conformers.get(0);
    }
  }

  /**
   * The SMILES could not be turned into a molecule in 3D.
   *
   * @param smiles the SMILES as it was given
   * @param name the name as it was given
   * @param reason one sentence for the user
   */
  record Rejected(String smiles, String name, String reason) implements BuildResult {}
}
