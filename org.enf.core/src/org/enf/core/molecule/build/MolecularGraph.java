package org.enf.core.molecule.build;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.enf.core.molecule.Bond;
import org.enf.core.molecule.Element;

/** A structure without coordinates: typed atoms with all hydrogens, and Kekulé bonds. */
final class MolecularGraph {
  /** The {@link #separation} of atoms without a path between them. */
  static final int UNCONNECTED = Integer.MAX_VALUE;

  private final Element[] elements;
  private final String[] types;
  private final double[] charges;
  private final List<Bond> bonds;
  private final int[][] neighbours;
  private final int[][] orders;
  private final int[][] separations;

  /**
   * A graph; the arrays become its own.
   *
   * @param elements one element an atom
   * @param types one MMFF94 parameter type an atom
   * @param charges one partial charge an atom, in units of the elementary charge
   * @param bonds bonds of order 1 to 3
   */
  MolecularGraph(Element[] elements, String[] types, double[] charges, List<Bond> bonds) {
    this.elements = elements;
    this.types = types;
    this.charges = charges;
    this.bonds = List.copyOf(bonds);
    int n = elements.length;
    orders = new int[n][n];
    for (Bond bond : bonds) {
      orders[bond.first()][bond.second()] = bond.order();
      orders[bond.second()][bond.first()] = bond.order();
    }
    neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = neighboursIn(orders[i]);
    }
    separations = new int[n][];
    for (int i = 0; i < n; i++) {
      separations[i] = separationsFrom(i, i);
    }
  }

  int size() {
    return elements.length;
  }

  Element[] elements() {
    return elements.clone();
  }

  Element element(int atom) {
    return elements[atom];
  }

  String type(int atom) {
    return types[atom];
  }

  double charge(int atom) {
    return charges[atom];
  }

  List<Bond> bonds() {
    return bonds;
  }

  /** The bonded atoms in rising order; not to be changed. */
  int[] neighbours(int atom) {
    return neighbours[atom];
  }

  /** The order of the bond between two atoms, 0 where there is none. */
  int order(int first, int second) {
    return orders[first][second];
  }

  /** The number of bonds on the shortest path between two atoms. */
  int separation(int first, int second) {
    return separations[first][second];
  }

  boolean isConnected() {
    return Arrays.stream(separations[0]).noneMatch(s -> s == UNCONNECTED);
  }

  /** Whether some atom other than those excluded is bonded to both. */
  boolean haveCommonNeighbour(int first, int second, int... excluded) {
    for (int atom : neighbours[first]) {
      if (orders[atom][second] > 0 && Arrays.stream(excluded).noneMatch(e -> e == atom)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the bond between two atoms is part of a ring. */
  boolean isInRing(int first, int second) {
    return separationsFrom(first, second)[second] != UNCONNECTED;
  }

  private static int[] neighboursIn(int[] ordersOfAtom) {
    int[] found = new int[ordersOfAtom.length];
    int count = 0;
    for (int j = 0; j < ordersOfAtom.length; j++) {
      if (ordersOfAtom[j] > 0) {
        found[count++] = j;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Counts the bonds from one atom to all, without the bond between start and avoided. */
  private int[] separationsFrom(int start, int avoided) {
    int[] steps = new int[elements.length];
    Arrays.fill(steps, UNCONNECTED);
    steps[start] = 0;
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      int atom = open.remove();
      for (int next : neighbours[atom]) {
        boolean isAvoided = atom == start && next == avoided;
        if (steps[next] == UNCONNECTED && !isAvoided) {
          steps[next] = steps[atom] + 1;
          open.add(next);
        }
      }
    }
    return steps;
  }
}
