package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.ode.SolverSettings;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class DrawingSettingsTest {
  private static final DrawingSettings STEPS =
      DrawingSettings.of(SolverSettings.fixed("midpoint", 25));

  @Test
  public void wordsTellStepsGridAndChurn() {
    assertEquals("midpoint with 25 equal steps", STEPS.words());
    assertEquals(
        "midpoint with 25 steps at times (k/25)^1.5, churn 4.0",
        STEPS.with(STEPS.solver().withGridPower(1.5)).withChurn(4).words());
  }

  @Test
  public void churnIsForFixedStepsAndInItsRange() {
    refused("churn must be 0 to 100, not -1.0", () -> STEPS.withChurn(-1));
    refused("not 101.0", () -> STEPS.withChurn(101));
    refused("not NaN", () -> STEPS.withChurn(Double.NaN));
    refused(
        "churn needs a fixed number of steps",
        () -> DrawingSettings.of(SolverSettings.PAPER).withChurn(1));
    refused(
        "churn needs a fixed number of steps", () -> STEPS.withChurn(1).with(SolverSettings.PAPER));
  }

  private static void refused(String part, ThrowingRunnable settings) {
    String message = assertThrows(IllegalArgumentException.class, settings).getMessage();
    assertTrue(message, message.contains(part));
  }
}
