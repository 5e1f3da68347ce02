package org.enf.core.molecule.build;

import java.util.Set;

/**
 * The numbers by which MMFF94 tells bonds, angles and torsions of the same atom types apart:
 * conjugated single bonds and small rings have parameters of their own (Halgren, J. Comput. Chem.
 * 17, 490 and 553, 1996).
 */
final class InteractionClasses {
  private static final Set<String> AROMATIC_TYPES =
      Set.of("Car", "NPYD", "NPYL", "Oar", "C5A", "C5B", "N5A", "N5B", "C5", "N5");

  /** Types that have single bonds as well as multiple ones (MMFF94's sbmb flag). */
  private static final Set<String> UNSATURATED_TYPES =
      Set.of("Csp2", "C=", "Csp", "N=C", "CE4R", "Car", "NPYL", "C5A", "C5B", "C5");

  private final MolecularGraph graph;

  InteractionClasses(MolecularGraph graph) {
    this.graph = graph;
  }

  /** 1 for a single bond between two atoms that could be multiply bonded, else 0. */
  int bondClass(int first, int second) {
    boolean couldBeMultiple =
        UNSATURATED_TYPES.contains(type(first)) && UNSATURATED_TYPES.contains(type(second));
    boolean aromatic =
        AROMATIC_TYPES.contains(type(first))
            && AROMATIC_TYPES.contains(type(second))
            && graph.isInRing(first, second);
    return graph.order(first, second) == 1 && couldBeMultiple && !aromatic ? 1 : 0;
  }

  /** How many bonds are of class 1; in a ring of three 3, 5 or 6, in a ring of four 4, 7 or 8. */
  int angleClass(int first, int centre, int last) {
    int ones = bondClass(first, centre) + bondClass(centre, last);
    if (graph.order(first, last) > 0) {
      return ones == 0 ? 3 : 4 + ones;
    }
    if (graph.haveCommonNeighbour(first, last, centre)) {
      return ones == 0 ? 4 : 6 + ones;
    }
    return ones;
  }

  /** The angle class numbered anew, 0 to 11, so that it tells which bond is of class 1. */
  int couplingClass(int first, int centre, int last) {
    int second = bondClass(first, centre) == 1 ? 0 : 1;
    return switch (angleClass(first, centre, last)) {
      case 1 -> 1 + second;
      case 2 -> 3;
      case 3 -> 5;
      case 4 -> 4;
      case 5 -> 6 + second;
      case 6 -> 8;
      case 7 -> 9 + second;
      case 8 -> 11;
      default -> 0;
    };
  }

  /** 1 about a conjugated bond, 2 beside one, 4 and 5 in rings of four and five, else 0. */
  int torsionClass(int i, int j, int k, int l) {
    if (graph.order(i, l) > 0) {
      return 4;
    }
    boolean saturated =
        type(i).equals("C") || type(j).equals("C") || type(k).equals("C") || type(l).equals("C");
    if (saturated && graph.haveCommonNeighbour(i, l, j, k)) {
      return 5;
    }
    if (bondClass(j, k) == 1) {
      return 1;
    }
    boolean conjugatedEnd = bondClass(i, j) == 1 || bondClass(k, l) == 1;
    return graph.order(j, k) == 1 && conjugatedEnd ? 2 : 0;
  }

  private String type(int atom) {
    return graph.type(atom);
  }
}
