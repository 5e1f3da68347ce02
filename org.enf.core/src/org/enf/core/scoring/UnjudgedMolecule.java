package org.enf.core.scoring;

import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/**
 * A molecule that cannot be judged, for the tables do not cover all of its elements.
 *
 * @param molecule the molecule
 * @param element the first element that is not covered
 * @param reason one sentence that names the element and its atom
 */
public record UnjudgedMolecule(Molecule molecule, Element element, String reason)
    implements Verdict {}
