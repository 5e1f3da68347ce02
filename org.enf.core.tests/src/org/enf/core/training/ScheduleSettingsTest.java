package org.enf.core.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.enf.core.training.ScheduleSettings.Decay;
import org.junit.Test;

public class ScheduleSettingsTest {
  @Test
  public void constantRateStaysOne() {
    for (long step : new long[] {0, 1, 99, 1000}) {
      assertEquals(1, ScheduleSettings.CONSTANT.factor(step, 100, 0), 0);
    }
  }

  @Test
  public void warmUpRisesStraightToTheFullRate() {
    ScheduleSettings schedule = new ScheduleSettings(4, Decay.NONE, 0);
    double[] expected = {0.25, 0.5, 0.75, 1, 1, 1};
    for (int step = 0; step < expected.length; step++) {
      assertEquals(expected[step], schedule.factor(step, 100, 0), 1e-15);
    }
  }

  @Test
  public void cosineFallsFromTheEndOfTheWarmUpToZeroAtTheLastStep() {
    ScheduleSettings schedule = new ScheduleSettings(10, Decay.COSINE, 0);
    assertEquals(1, schedule.factor(10, 110, 0), 0);
    assertEquals(0.5 * (1 + Math.sqrt(0.5)), schedule.factor(35, 110, 0), 1e-12);
    assertEquals(0.5, schedule.factor(60, 110, 0), 1e-12);
    assertEquals(0, schedule.factor(110, 110, 0), 1e-12);
    assertEquals(0, schedule.factor(500, 110, 0), 1e-12);
    assertTrue(schedule.endsWithEpochs());
  }

  @Test
  public void cosineMayEndAtAGivenStep() {
    ScheduleSettings schedule = new ScheduleSettings(0, Decay.COSINE, 20);
    assertEquals(0.5, schedule.factor(10, 1_000_000, 0), 1e-12);
    assertFalse(schedule.endsWithEpochs());
  }

  @Test
  public void cosineInTimeEndsWithTheTimeOrTheLastEpoch() {
    ScheduleSettings schedule = new ScheduleSettings(0, Decay.COSINE_IN_TIME, 0);
    assertEquals(0.5, schedule.factor(50, 100, 0.2), 1e-12);
    assertEquals(0.5, schedule.factor(20, 100, 0.5), 1e-12);
    assertEquals(0, schedule.factor(20, 100, 1.5), 1e-12);
    assertEquals(0, schedule.factor(100, 100, 0), 1e-12);
    assertTrue(schedule.endsWithEpochs());
  }

  @Test
  public void impossibleSchedulesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ScheduleSettings(-1, Decay.NONE, 0));
    assertThrows(IllegalArgumentException.class, () -> new ScheduleSettings(0, Decay.COSINE, -1));
    assertThrows(IllegalArgumentException.class, () -> new ScheduleSettings(10, Decay.COSINE, 10));
    assertThrows(
        IllegalArgumentException.class, () -> new ScheduleSettings(0, Decay.COSINE_IN_TIME, 10));
  }
}
