package org.enf.core.scoring;

import org.enf.core.molecule.Molecule;

/** What {@link StabilityRule} says of one molecule: judged, or why not. */
public sealed interface Verdict permits JudgedMolecule, UnjudgedMolecule {
  /** The molecule that was looked at. */
  Molecule molecule();
}
