package org.enf.core.scoring;

import java.util.List;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IBond;

/**
 * A connected structure as a graph with labels.
 *
 * @param colors what tells atoms apart by themselves: degree, element, implicit hydrogen
 * @param neighbours the neighbours of each atom
 * @param labels the bond to each neighbour: its order, or {@value #AROMATIC}
 */
record AtomGraph(int[] colors, int[][] neighbours, int[][] labels) {
  /** The label of an aromatic bond, whatever its order in one Kekulé form. */
  static final int AROMATIC = 4;

  private static final int MAX_HYDROGEN = 8;
  private static final int MAX_ELEMENT = 128;

  /** The graph of these atoms; no bond may lead out of them. */
  static AtomGraph of(List<IAtom> atoms) {
    int[] indexOf = new int[atoms.get(0).getContainer().getAtomCount()];
    for (int i = 0; i < atoms.size(); i++) {
      indexOf[atoms.get(i).getIndex()] = i;
    }
    int[] colors = new int[atoms.size()];
    int[][] neighbours = new int[atoms.size()][];
    int[][] labels = new int[atoms.size()][];
    for (int i = 0; i < colors.length; i++) {
      IAtom atom = atoms.get(i);
      colors[i] = color(atom);
      neighbours[i] = new int[atom.getBondCount()];
      labels[i] = new int[atom.getBondCount()];
      int k = 0;
      for (IBond bond : atom.bonds()) {
        neighbours[i][k] = indexOf[bond.getOther(atom).getIndex()];
        labels[i][k] = bond.isAromatic() ? AROMATIC : bond.getOrder().numeric();
        k++;
      }
    }
    return new AtomGraph(colors, neighbours, labels);
  }

  /** The number of atoms. */
  int size() {
    return colors.length;
  }

  private static int color(IAtom atom) {
    // The degree comes first, so that canonical SMILES start at an end of the molecule.
    int color = atom.getBondCount();
    color = color * MAX_ELEMENT + atom.getAtomicNumber();
    return color * MAX_HYDROGEN + atom.getImplicitHydrogenCount();
  }
}
