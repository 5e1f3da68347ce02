package org.enf.core.scoring;

import java.util.List;
import org.enf.core.molecule.Bond;

/**
 * The connected parts of a molecule.
 *
 * @param count how many there are
 * @param ofAtom the part of each atom, counted from 0 in the order of their first atoms
 */
record Fragments(int count, int[] ofAtom) {

  /** The parts that these bonds make of so many atoms. */
  static Fragments of(int atoms, List<Bond> bonds) {
    int[] parent = new int[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      parent[atom] = atom;
    }
    for (Bond bond : bonds) {
      int first = root(parent, bond.first());
      int second = root(parent, bond.second());
      parent[Math.max(first, second)] = Math.min(first, second);
    }
    int[] ofAtom = new int[atoms];
    int count = 0;
    for (int atom = 0; atom < atoms; atom++) {
      int root = root(parent, atom);
      // The root of a part is its lowest atom, so it already has its number.
      ofAtom[atom] = root == atom ? count++ : ofAtom[root];
    }
    return new Fragments(count, ofAtom);
  }

  private static int root(int[] parent, int atom) {
    int root = atom;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
