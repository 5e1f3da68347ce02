package org.enf.core.scoring;

import java.util.Arrays;
import java.util.List;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;

/**
 * Typical bond lengths and margins that turn the distance of two atoms into a bond order.
 *
 * <p>The tests are strict and nested: a bond is single where the distance is below the single
 * length plus its margin; only then double where it is below the double length plus its margin;
 * only then triple. Immutable. Source: Appendix A.3 of the paper; lengths in pm.
 */
public final class BondLengthTable {
  /** The pair never has a bond of this order: no distance lies below it. */
  private static final int NEVER = -1000;

  private static final double PICOMETRES_PER_ANGSTROM = 100;

  private static final List<Element> ELEMENTS =
      List.of(Element.H, Element.C, Element.N, Element.O, Element.F);
  private static final int[] MARGINS = {10, 5, 3};

  // Lower triangles, so that symmetry cannot be broken; rows and columns in the order of ELEMENTS.
  private static final int[][][] LENGTHS = {
    {
      {74}, {109, 154}, {101, 147, 145}, {96, 143, 140, 148}, {92, 135, 136, 142, 142},
    },
    {
      {NEVER},
      {NEVER, 134},
      {NEVER, 129, 125},
      {NEVER, 120, 121, 121},
      {NEVER, NEVER, NEVER, NEVER, NEVER},
    },
    {
      {NEVER},
      {NEVER, 120},
      {NEVER, 116, 110},
      {NEVER, 113, NEVER, NEVER},
      {NEVER, NEVER, NEVER, NEVER, NEVER},
    },
  };

  private static final BondLengthTable PAPER = new BondLengthTable();

  private final int[] columns = new int[Element.values().length];
  private final double[][] limits = new double[MARGINS.length][ELEMENTS.size() * ELEMENTS.size()];

  private BondLengthTable() {
    Arrays.fill(columns, -1);
    for (int i = 0; i < ELEMENTS.size(); i++) {
      columns[ELEMENTS.get(i).ordinal()] = i;
    }
    for (int order = 0; order < MARGINS.length; order++) {
      for (int i = 0; i < ELEMENTS.size(); i++) {
        for (int j = 0; j <= i; j++) {
          double limit = LENGTHS[order][i][j] + MARGINS[order];
          limits[order][pair(i, j)] = limit;
          limits[order][pair(j, i)] = limit;
        }
      }
    }
  }

  /** The tables of the paper, for H, C, N, O and F. */
  public static BondLengthTable paper() {
    return PAPER;
  }

  /** The elements of the tables, lightest first. */
  public List<Element> elements() {
    return ELEMENTS;
  }

  /** Whether the tables cover this element. */
  public boolean knows(Element element) {
    return columns[element.ordinal()] >= 0;
  }

  /**
   * The bond order of two atoms at a distance.
   *
   * @param angstrom their distance in Å
   * @return 0 for no bond, else 1, 2 or 3
   * @throws UnknownElementException if the tables do not cover one of the elements
   */
  public int order(Element first, Element second, double angstrom) {
    return order(column(first, 0), column(second, 1), angstrom);
  }

  /** The bond order of two atoms by their columns, as {@link #columns(Molecule)} gives them. */
  int order(int firstColumn, int secondColumn, double angstrom) {
    double distance = PICOMETRES_PER_ANGSTROM * angstrom;
    int pair = pair(firstColumn, secondColumn);
    int order = 0;
    while (order < limits.length && distance < limits[order][pair]) {
      order++;
    }
    return order;
  }

  /**
   * The column of every atom.
   *
   * @throws UnknownElementException if the tables do not cover an element of the molecule
   */
  int[] columns(Molecule molecule) {
    int[] result = new int[molecule.size()];
    for (int atom = 0; atom < result.length; atom++) {
      result[atom] = column(molecule.element(atom), atom);
    }
    return result;
  }

  /** Lengths and margins in words, to be printed with numbers that rest on them. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    String[] names = {"single", "double", "triple"};
    for (int order = 0; order < names.length; order++) {
      text.append(order == 0 ? "" : "; then ").append(names[order]);
      text.append(" if the distance is below the length + ").append(MARGINS[order]).append(" pm:");
      String separator = " ";
      for (int i = 0; i < ELEMENTS.size(); i++) {
        for (int j = i; j < ELEMENTS.size(); j++) {
          int length = LENGTHS[order][j][i];
          if (length != NEVER) {
            text.append(separator);
            text.append(ELEMENTS.get(i).symbol()).append('-').append(ELEMENTS.get(j).symbol());
            text.append(' ').append(length);
            separator = ", ";
          }
        }
      }
    }
    return text.toString();
  }

  private int column(Element element, int atom) {
    int column = columns[element.ordinal()];
    if (column < 0) {
      throw new UnknownElementException(element, atom, ELEMENTS);
    }
    return column;
  }

  private static int pair(int first, int second) {
    return first * ELEMENTS.size() + second;
  }
}
