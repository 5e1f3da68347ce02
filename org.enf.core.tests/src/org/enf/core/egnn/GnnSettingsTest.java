package org.enf.core.egnn;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Settings of the network without equivariance, and the parameters that follow from them. */
public class GnnSettingsTest {
  @Test
  public void settingsOutOfRangeAreRefusedByName() {
    refused("dimensions", () -> GnnSettings.dynamics(0, 1, 1, 1, true));
    refused("inputFeatures", () -> GnnSettings.dynamics(3, -1, 1, 1, true));
    refused("outputFeatures", () -> new GnnSettings(3, 1, -1, 1, 1, true, true));
    refused("layers", () -> GnnSettings.dynamics(3, 1, 0, 1, true));
    refused("hidden", () -> GnnSettings.dynamics(3, 1, 1, 0, true));
  }

  private static void refused(String name, ThrowingRunnable call) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage(), error.getMessage().startsWith(name + " must be "));
  }

  @Test
  public void positionsFeaturesAndTimeAreEmbedded() {
    GnnSettings settings = GnnSettings.dynamics(3, 6, 2, 8, true);
    assertEquals(9, settings.inputWidth());
    assertEquals(9, settings.outputWidth());
    assertEquals(10, settings.embeddedFeatures());
  }

  @Test
  public void messagesKnowNoDistancesAndNothingMovesCoordinates() {
    ParameterLayout layout = ParameterLayout.of(GnnSettings.dynamics(2, 0, 3, 32, true));
    assertArrayEquals(new int[] {32, 3}, layout.get("gnn.embedding.weight").shape());
    assertArrayEquals(new int[] {2, 32}, layout.get("gnn.embedding_out.weight").shape());
    assertArrayEquals(new int[] {32, 64}, layout.get("gnn.gcl_2.edge_mlp.0.weight").shape());
    assertThrows(IllegalArgumentException.class, () -> layout.get("gnn.gcl_0.coord_mlp.0.weight"));
  }

  @Test
  public void onlyTheNetworkWithAttentionHasGates() {
    ParameterLayout plain = ParameterLayout.of(GnnSettings.dynamics(2, 0, 3, 32, false));
    ParameterLayout gated = ParameterLayout.of(GnnSettings.dynamics(2, 0, 3, 32, true));
    assertEquals(plain.length() + 3 * (32 + 1), gated.length());
  }
}
