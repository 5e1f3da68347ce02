package org.enf.knime.molecule;

import java.util.Optional;
import org.enf.core.molecule.Molecule;

/**
 * A row of a molecule table.
 *
 * @param key of the row
 * @param molecule what it holds; nothing if that cannot be used
 */
public record MoleculeRow(String key, Optional<Molecule> molecule) {}
