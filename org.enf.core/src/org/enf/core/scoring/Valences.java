package org.enf.core.scoring;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enf.core.molecule.Element;

/** The valence that an uncharged atom of an element has: H 1, C 4, N 3, O 2, F 1. */
public final class Valences {
  private static final Valences PAPER =
      new Valences(Map.of(Element.H, 1, Element.C, 4, Element.N, 3, Element.O, 2, Element.F, 1));

  private final int[] byOrdinal = new int[Element.values().length];
  private final TreeMap<Element, Integer> table;

  private Valences(Map<Element, Integer> table) {
    this.table = new TreeMap<>(table);
    table.forEach((element, valence) -> byOrdinal[element.ordinal()] = valence);
  }

  /** The valences of the paper, Appendix A.3. */
  public static Valences paper() {
    return PAPER;
  }

  /**
   * The valence of an element.
   *
   * @throws IllegalArgumentException if the element is none of H, C, N, O and F
   */
  public int of(Element element) {
    int valence = byOrdinal[element.ordinal()];
    if (valence == 0) {
      throw new IllegalArgumentException("no valence is set for " + element.symbol());
    }
    return valence;
  }

  /** The valences in words, lightest element first. */
  public String describe() {
    return table.entrySet().stream()
        .map(entry -> entry.getKey().symbol() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
