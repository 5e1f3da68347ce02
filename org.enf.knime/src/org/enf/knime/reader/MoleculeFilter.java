package org.enf.knime.reader;

import java.util.EnumSet;
import java.util.Set;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.knime.molecule.ElementList;
import org.knime.core.node.InvalidSettingsException;

/**
 * Which molecules are wanted.
 *
 * @param mostHeavyAtoms the most atoms besides hydrogen
 * @param elements the elements they may have; empty for any
 */
record MoleculeFilter(int mostHeavyAtoms, Set<Element> elements) {
  /**
   * The filter of a node.
   *
   * @throws InvalidSettingsException if an element is none
   */
  static MoleculeFilter of(ReaderParameters parameters) throws InvalidSettingsException {
    Set<Element> elements = EnumSet.noneOf(Element.class);
    elements.addAll(ElementList.parse("Elements", parameters.elements));
    return new MoleculeFilter(parameters.mostHeavyAtoms.orElse(Integer.MAX_VALUE), elements);
  }

  /** Whether a molecule is wanted. */
  boolean accepts(Molecule molecule) {
    int heavy = 0;
    for (int atom = 0; atom < molecule.size(); atom++) {
      Element element = molecule.element(atom);
      if (!elements.isEmpty() && !elements.contains(element)) {
        return false;
      }
      heavy += element == Element.H ? 0 : 1;
    }
    return heavy <= mostHeavyAtoms;
  }
}
