package org.enf.core.scoring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.enf.core.molecule.Element;
import org.junit.Test;

public class BondLengthTableTest {
  private final BondLengthTable table = BondLengthTable.paper();

  @Test
  public void orderDoesNotDependOnWhichAtomComesFirst() {
    for (Element first : table.elements()) {
      for (Element second : table.elements()) {
        for (double distance = 0.5; distance < 2; distance += 0.003) {
          assertEquals(table.order(first, second, distance), table.order(second, first, distance));
        }
      }
    }
  }

  @Test
  public void marginsAreStrict() {
    assertOrderFallsAt(Element.H, Element.H, 74 + 10, 1);
    assertOrderFallsAt(Element.C, Element.C, 154 + 10, 1);
    assertOrderFallsAt(Element.C, Element.C, 134 + 5, 2);
    assertOrderFallsAt(Element.C, Element.C, 120 + 3, 3);
    assertOrderFallsAt(Element.C, Element.O, 113 + 3, 3);
    assertOrderFallsAt(Element.N, Element.O, 121 + 5, 2);
    assertOrderFallsAt(Element.F, Element.O, 142 + 10, 1);
  }

  /** The order holds at every distance below the limit and is one less at the limit itself. */
  private void assertOrderFallsAt(Element first, Element second, double picometres, int order) {
    double atLimit = Math.nextDown(picometres / 100);
    while (100 * atLimit < picometres) {
      atLimit = Math.nextUp(atLimit);
    }
    double belowLimit = Math.nextDown(atLimit);
    while (100 * belowLimit >= picometres) {
      belowLimit = Math.nextDown(belowLimit);
    }
    assertEquals(order, table.order(first, second, belowLimit));
    assertEquals(order - 1, table.order(first, second, atLimit));
  }

  @Test
  public void missingEntriesAreNeverBonds() {
    assertEquals(1, table.order(Element.C, Element.F, 0));
    assertEquals(1, table.order(Element.H, Element.H, 0));
    assertEquals(2, table.order(Element.N, Element.O, 0));
    assertEquals(2, table.order(Element.O, Element.O, 0));
    assertEquals(3, table.order(Element.N, Element.N, 0));
  }

  @Test
  public void coversFiveElementsOnly() {
    assertTrue(table.knows(Element.F));
    assertFalse(table.knows(Element.CL));
    UnknownElementException thrown =
        assertThrows(UnknownElementException.class, () -> table.order(Element.C, Element.CL, 1.7));
    assertEquals(
        "the bond length tables cover H, C, N, O, F, not Cl (atom 2)", thrown.getMessage());
    assertEquals(Element.CL, thrown.element());
    assertEquals(1, thrown.atom());
  }

  @Test
  public void tablesAndMarginsAreThoseOfTheReference() throws IOException {
    JsonNode vector = ScoringVectors.read("stability.json");
    String[] names = {"bonds1_pm", "bonds2_pm", "bonds3_pm"};
    for (Element first : table.elements()) {
      for (Element second : table.elements()) {
        for (double tenths = 500; tenths < 2000; tenths += 5) {
          int expected = 0;
          while (expected < names.length
              && tenths / 10
                  < vector.get(names[expected]).get(first.symbol()).get(second.symbol()).asInt()
                      + vector.get("margins_pm").get(expected).asInt()) {
            expected++;
          }
          // A quarter of a step aside, so that rounding of the product cannot matter.
          assertEquals(expected, table.order(first, second, (tenths + 1) / 1000));
        }
      }
    }
  }

  @Test
  public void descriptionNamesLengthsAndMargins() {
    String text = table.describe();
    assertTrue(text, text.contains("+ 10 pm: H-H 74, H-C 109,"));
    assertTrue(text, text.contains("+ 3 pm: C-C 120, C-N 116, C-O 113, N-N 110"));
    assertFalse(text, text.contains("-1000"));
  }
}
