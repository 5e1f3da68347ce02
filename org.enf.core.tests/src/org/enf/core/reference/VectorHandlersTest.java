package org.enf.core.reference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.Test;

/** Files find their handlers by name, and those without one are not passed over. */
public class VectorHandlersTest {
  @Test
  public void everyPrefixFindsItsHandler() {
    for (VectorHandler handler : VectorHandlers.ALL) {
      assertEquals(handler, VectorHandlers.of(handler.prefix() + "_other.json"));
    }
  }

  @Test
  public void anUnknownPrefixFailsAndTheKnownOnesAreNamed() {
    AssertionError error =
        assertThrows(AssertionError.class, () -> VectorHandlers.of("kernel_flow.json"));
    assertTrue(error.getMessage(), error.getMessage().contains("kernel_flow.json"));
    for (VectorHandler handler : VectorHandlers.ALL) {
      assertTrue(error.getMessage(), error.getMessage().contains(handler.prefix()));
    }
  }

  @Test
  public void aMissingFieldIsNamed() {
    AssertionError error = assertThrows(AssertionError.class, () -> empty().get("x"));
    assertEquals("empty.json has no field x", error.getMessage());
  }

  private static VectorNode empty() {
    return new VectorNode("empty.json", JsonNodeFactory.instance.objectNode());
  }
}
