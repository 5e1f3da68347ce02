package org.enf.core.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.TimeGrid;
import org.junit.Test;

public class DrawingSettingsTest {
  private static void refused(String part, int steps, double churn) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new DrawingSettings.Renewing(steps, TimeGrid.EQUAL, churn))
            .getMessage();
    assertTrue(message, message.contains(part));
  }

  @Test
  public void wordsTellStepsGridAndChurn() {
    assertEquals(
        "midpoint with 25 equal steps",
        DrawingSettings.of(SolverSettings.fixed("midpoint", 25)).words());
    assertEquals(
        "25 equal steps, churn 4.0", new DrawingSettings.Renewing(25, TimeGrid.EQUAL, 4).words());
    assertEquals(
        "25 steps at times (k/25)^1.5, churn 0.5",
        new DrawingSettings.Renewing(25, new TimeGrid(1.5), 0.5).words());
  }

  @Test
  public void stepsAndChurnAreInTheirRange() {
    refused("number of steps must be 1 to 1,000,000, not 0", 0, 1);
    refused("not 1000001", 1_000_001, 1);
    refused("churn must be above 0 and at most 1,000", 10, -1);
    refused("0 for the flow alone, not 0.0", 10, 0);
    refused("not 1001.0", 10, 1001);
    refused("not NaN", 10, Double.NaN);
  }
}
