package org.enf.core.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** States that are saved from time to time. */
public class PeriodicSavingTest {
  private static final TrainingListener.Step STEP =
      new TrainingListener.Step(0, 0, 1, 1, 1, 0, 1, 1, 1e-3, 1, 1, 0);

  private final TrainingState state =
      TrainingState.start(new TrainingSettings(1, 1, 1e-3, 0, 1), new double[] {1, 2});
  private long seconds = 1_000;

  private long nanos() {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  public void aStateIsSavedWhenItsTimeHasCome() {
    List<Long> saved = new ArrayList<>();
    PeriodicSaving saving =
        new PeriodicSaving(
            Duration.ofSeconds(10),
            moment -> {
              assertSame(state, moment);
              saved.add(seconds);
            },
            this::nanos);
    for (; seconds < 1_040; seconds += 3) {
      saving.stepDone(STEP, state);
    }
    assertEquals(List.of(1_012L, 1_024L, 1_036L), saved);
  }

  @Test
  public void aStateThatCannotBeSavedEndsTheTraining() {
    IOException full = new IOException("the disk is full");
    PeriodicSaving saving =
        new PeriodicSaving(
            Duration.ZERO,
            moment -> {
              throw full;
            },
            this::nanos);
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> saving.stepDone(STEP, state));
    assertSame(full, e.getCause());
  }
}
