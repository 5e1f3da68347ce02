package org.enf.core.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.junit.Test;

/** How tasks are measured. */
public final class TurnsTest {
  /** Longer than a measurement has to last, so that no task is repeated. */
  private static void work() {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 25_000_000) {
      Thread.onSpinWait();
    }
  }

  @Test
  public void tasksAreMeasuredInTurns() {
    List<String> ran = new ArrayList<>();
    Turns turns = new Turns(new Schedule(3, 0, 0), StopSignal.NEVER);
    double[] medians =
        turns.medians(
            List.of(
                () -> {
                  ran.add("a");
                  work();
                },
                () -> {
                  ran.add("b");
                  work();
                }));
    assertEquals("ababab", String.join("", ran.subList(ran.size() - 6, ran.size())));
    assertEquals(2, medians.length);
    assertTrue("" + medians[0], medians[0] >= 0.025);
  }

  @Test
  public void shortTasksAreRepeated() {
    AtomicInteger runs = new AtomicInteger();
    Turns turns = new Turns(new Schedule(1, 0, 0), StopSignal.NEVER);
    double[] medians = turns.medians(List.of(runs::incrementAndGet));
    assertTrue("" + runs, runs.get() > 10);
    assertTrue("" + medians[0], medians[0] > 0 && medians[0] < 0.01);
  }

  @Test
  public void whoAsksToStopStopsIt() {
    AtomicInteger runs = new AtomicInteger();
    Turns turns = new Turns(new Schedule(1000, 0, 0), () -> runs.get() >= 5);
    assertThrows(
        StoppedException.class,
        () ->
            turns.medians(
                List.of(
                    () -> {
                      runs.incrementAndGet();
                      work();
                    })));
    assertEquals(5, runs.get());
  }

  @Test
  public void medianIsTheMiddle() {
    assertEquals(2, Turns.median(9, 1, 2), 0);
    assertEquals(1.5, Turns.median(2, 1), 0);
    assertTrue(Double.isNaN(Turns.median()));
  }

  @Test
  public void impossibleSchedulesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule(1001, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Schedule(1, 1, Double.NaN));
  }
}
