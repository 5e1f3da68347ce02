package org.enf.core.engine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.List;
import org.enf.core.egnn.Engine;
import org.enf.core.gpu.GpuVerdict.Unusable;
import org.enf.core.vector.Precision;
import org.junit.Test;

/** Engines by their names. */
public class EnginesTest {
  @Test
  public void enginesAreKnownByTheirNames() {
    assertEquals(List.of("auto", "cpu", "nd4j", "nd4j-cuda"), Engines.names());
    for (String name : List.of("cpu", "nd4j")) {
      try (Engine engine = Engines.open(name, Precision.FLOAT, 1)) {
        assertEquals(name, engine.name());
      }
    }
  }

  @Test
  public void unknownNameIsRefusedWithThoseThatThereAre() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Engines.open("gpu", Precision.FLOAT, 1));
    assertTrue(refused.getMessage(), refused.getMessage().contains("auto, cpu, nd4j, nd4j-cuda"));
  }

  @Test
  public void engineOnAGpuTellsWhyItDoesNotRun() {
    assumeTrue("a GPU can be used here", GpuPreflight.ofMachine().verdict() instanceof Unusable);
    for (Precision precision : Precision.values()) {
      String message =
          assertThrows(IllegalStateException.class, () -> Engines.open("nd4j-cuda", precision, 1))
              .getMessage();
      assertTrue(message, message.startsWith("no GPU can be used: "));
      assertTrue(message, message.endsWith("choose the engine cpu"));
    }
  }
}
