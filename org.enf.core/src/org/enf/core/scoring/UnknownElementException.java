package org.enf.core.scoring;

import java.util.List;
import java.util.stream.Collectors;
import org.enf.core.molecule.Element;

/** A molecule holds an element that the bond length tables do not cover. */
public final class UnknownElementException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Element element;
  private final int atom;

  UnknownElementException(Element element, int atom, List<Element> known) {
    super(
        "the bond length tables cover "
            + known.stream().map(Element::symbol).collect(Collectors.joining(", "))
            + ", not "
            + element.symbol()
            + " (atom "
            + (atom + 1)
            + ")");
    this.element = element;
    this.atom = atom;
  }

  /** The element that is not covered. */
  public Element element() {
    return element;
  }

  /** The index of the first atom of that element, from 0. */
  public int atom() {
    return atom;
  }
}
