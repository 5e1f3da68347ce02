package org.enf.core.molecule;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A molecule in 3D: a name, elements, positions in Å, and what else its file said of it.
 *
 * <p>Immutable. Positions stand row by row, x, y, z of the first atom first.
 */
public final class Molecule {
  /** The number of space dimensions. */
  public static final int DIMENSIONS = 3;

  private final String name;
  private final Element[] elements;
  private final double[] positions;
  private final List<Bond> bonds;
  private final Map<String, String> properties;

  /** A molecule without bonds and properties; see the full constructor. */
  public Molecule(String name, Element[] elements, double[] positions) {
    this(name, elements, positions, List.of(), Map.of());
  }

  /**
   * A molecule; the arrays are copied.
   *
   * @param name a name, may be empty
   * @param elements one element an atom, at least one
   * @param positions 3 coordinates an atom in Å, all finite
   * @param bonds the bonds as far as known, may be empty
   * @param properties further facts by name, kept in this order
   * @throws IllegalArgumentException if the lengths do not fit, there is no atom, a coordinate is
   *     not finite or a bond names an atom that is not there
   */
  public Molecule(
      String name,
      Element[] elements,
      double[] positions,
      List<Bond> bonds,
      Map<String, String> properties) {
    if (elements.length == 0) {
      throw new IllegalArgumentException("a molecule needs at least one atom");
    }
    if (positions.length != DIMENSIONS * elements.length) {
      throw new IllegalArgumentException(
          elements.length
              + " atoms need "
              + DIMENSIONS * elements.length
              + " coordinates, not "
              + positions.length);
    }
    for (int i = 0; i < positions.length; i++) {
      if (!Double.isFinite(positions[i])) {
        throw new IllegalArgumentException(
            "coordinate "
                + "xyz".charAt(i % DIMENSIONS)
                + " of atom "
                + (i / DIMENSIONS + 1)
                + " is "
                + positions[i]);
      }
    }
    for (Bond bond : bonds) {
      if (Math.max(bond.first(), bond.second()) >= elements.length) {
        throw new IllegalArgumentException(
            "a bond names atom "
                + (Math.max(bond.first(), bond.second()) + 1)
                + " of "
                + elements.length);
      }
    }
    this.name = name;
    this.elements = elements.clone();
    this.positions = positions.clone();
    this.bonds = List.copyOf(bonds);
    this.properties =
        properties.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  /** The name, empty where there is none. */
  public String name() {
    return name;
  }

  /** The number of atoms. */
  public int size() {
    return elements.length;
  }

  /** The element of an atom, counted from 0. */
  public Element element(int atom) {
    return elements[atom];
  }

  /** The elements, one an atom; a copy. */
  public Element[] elements() {
    return elements.clone();
  }

  /** One coordinate in Å: axis 0 is x, 1 is y, 2 is z. */
  public double coordinate(int atom, int axis) {
    return positions[DIMENSIONS * atom + axis];
  }

  /** All coordinates in Å, row by row; a copy. */
  public double[] positions() {
    return positions.clone();
  }

  /** The distance of two atoms in Å. */
  public double distance(int first, int second) {
    double dx = positions[3 * first] - positions[3 * second];
    double dy = positions[3 * first + 1] - positions[3 * second + 1];
    double dz = positions[3 * first + 2] - positions[3 * second + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** The bonds as far as known, may be empty. */
  public List<Bond> bonds() {
    return bonds;
  }

  /** Further facts by name, in the order of the file; may be empty. */
  public Map<String, String> properties() {
    return properties;
  }

  /** This molecule with other bonds. */
  public Molecule withBonds(List<Bond> newBonds) {
    return new Molecule(name, elements, positions, newBonds, properties);
  }

  /** This molecule with another name. */
  public Molecule withName(String newName) {
    return new Molecule(newName, elements, positions, bonds, properties);
  }

  /** This molecule with other properties. */
  public Molecule withProperties(Map<String, String> newProperties) {
    return new Molecule(name, elements, positions, bonds, newProperties);
  }

  /** The formula in Hill order: carbon, hydrogen, then the rest by symbol ({@code C2H6O}). */
  public String formula() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Element element : elements) {
      counts.merge(element.symbol(), 1, Integer::sum);
    }
    StringBuilder formula = new StringBuilder();
    if (counts.containsKey("C")) {
      append(formula, "C", counts.remove("C"));
      if (counts.containsKey("H")) {
        append(formula, "H", counts.remove("H"));
      }
    }
    counts.forEach((symbol, count) -> append(formula, symbol, count));
    return formula.toString();
  }

  private static void append(StringBuilder formula, String symbol, int count) {
    formula.append(symbol);
    if (count > 1) {
      formula.append(count);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Molecule that
        && name.equals(that.name)
        && Arrays.equals(elements, that.elements)
        && Arrays.equals(positions, that.positions)
        && bonds.equals(that.bonds)
        && properties.equals(that.properties);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(elements) + Arrays.hashCode(positions);
  }

  @Override
  public String toString() {
    return (name.isEmpty() ? "" : name + " ") + formula();
  }
}
