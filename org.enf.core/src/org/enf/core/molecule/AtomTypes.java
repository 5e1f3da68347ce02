package org.enf.core.molecule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The elements that a model knows, each with its index. */
public final class AtomTypes {
  /** The elements of QM9 in the order of the paper: H, C, N, O, F. */
  public static final AtomTypes QM9 =
      new AtomTypes(List.of(Element.H, Element.C, Element.N, Element.O, Element.F));

  private final List<Element> elements;
  private final int[] indices = new int[Element.values().length];

  /**
   * These elements in this order.
   *
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public AtomTypes(List<Element> elements) {
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("a model needs at least one element");
    }
    this.elements = List.copyOf(elements);
    Arrays.fill(indices, -1);
    for (int k = 0; k < elements.size(); k++) {
      int ordinal = elements.get(k).ordinal();
      if (indices[ordinal] >= 0) {
        throw new IllegalArgumentException("element " + elements.get(k).symbol() + " stands twice");
      }
      indices[ordinal] = k;
    }
  }

  /** The number of elements. */
  public int size() {
    return elements.size();
  }

  /** The element of an index. */
  public Element element(int index) {
    return elements.get(index);
  }

  /** The elements in order. */
  public List<Element> elements() {
    return elements;
  }

  /** The index of an element, −1 if the model does not know it. */
  public int indexOf(Element element) {
    return indices[element.ordinal()];
  }

  /** Whether the model knows all elements of a molecule. */
  public boolean covers(Molecule molecule) {
    for (int i = 0; i < molecule.size(); i++) {
      if (indexOf(molecule.element(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AtomTypes that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  /** The symbols, for example {@code H C N O F}. */
  @Override
  public String toString() {
    return elements.stream().map(Element::symbol).collect(Collectors.joining(" "));
  }
}
