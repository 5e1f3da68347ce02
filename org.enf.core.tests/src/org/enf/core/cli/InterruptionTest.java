package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.enf.core.ode.StoppedException;
import org.junit.Test;

/** The wish to stop. */
public final class InterruptionTest {
  private static final long PATIENCE_SECONDS = 30;

  private final Interruption interruption = new Interruption();

  @Test
  public void wishIsKept() {
    assertFalse(interruption.requested());
    interruption.check();
    interruption.request();
    assertTrue(interruption.requested());
    assertThrows(StoppedException.class, interruption::check);
  }

  @Test
  public void nothingIsWaitedForWithoutShieldedWork() {
    interruption.awaitUnshielded();
  }

  @Test
  public void endWaitsForShieldedWork() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(() -> shieldedUntilRequested(started));
    assertTrue(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    interruption.request();
    interruption.awaitUnshielded();
    assertEquals("saved", work.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private String shieldedUntilRequested(CountDownLatch started) {
    try {
      return interruption.shielded(
          () -> {
            started.countDown();
            while (!interruption.requested()) {
              Thread.onSpinWait();
            }
            return "saved";
          });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  public void failedWorkIsNotWaitedFor() {
    assertThrows(
        IOException.class,
        () ->
            interruption.shielded(
                () -> {
                  throw new IOException("disk full");
                }));
    interruption.awaitUnshielded();
  }
}
