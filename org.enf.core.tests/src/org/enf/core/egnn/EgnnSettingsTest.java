package org.enf.core.egnn;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Settings outside their ranges are refused by name. */
public class EgnnSettingsTest {
  @Test
  public void settingsOutOfRangeAreRefusedByName() {
    refused("dimensions", () -> EgnnSettings.dynamics(0, 1, 1, 1));
    refused("dimensions", () -> EgnnSettings.dynamics(4, 1, 1, 1));
    refused("inputFeatures", () -> EgnnSettings.dynamics(3, -1, 1, 1));
    refused("inputFeatures", () -> EgnnSettings.dequantizer(3, 0, 1, 1));
    refused("outputFeatures", () -> new EgnnSettings(3, 1, -1, 1, 1, true, true, true, 1));
    refused("layers", () -> EgnnSettings.dynamics(3, 1, 0, 1));
    refused("layers", () -> EgnnSettings.dynamics(3, 1, 101, 1));
    refused("hidden", () -> EgnnSettings.dynamics(3, 1, 1, 0));
    refused("hidden", () -> EgnnSettings.dynamics(3, 1, 1, 1_000_000));
    for (double range : new double[] {-1, 1e7, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused("coordinateRange", () -> new EgnnSettings(3, 1, 1, 1, 1, true, true, true, range));
    }
  }

  private static void refused(String name, ThrowingRunnable call) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage(), error.getMessage().startsWith(name + " must be "));
  }

  @Test
  public void widthsCountPositionsAndFeatures() {
    EgnnSettings dynamics = EgnnSettings.dynamics(3, 6, 2, 8);
    assertEquals(9, dynamics.inputWidth());
    assertEquals(9, dynamics.outputWidth());
    assertEquals("with the time", 7, dynamics.embeddedFeatures());
    assertEquals(2, dynamics.distances());
    EgnnSettings dequantizer = EgnnSettings.dequantizer(3, 6, 2, 8);
    assertEquals(15, dequantizer.outputWidth());
    assertEquals("without the time", 6, dequantizer.embeddedFeatures());
    assertEquals(1, dequantizer.distances());
  }
}
