package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.enf.core.ode.StoppedException;
import org.junit.Test;

/** The wish to stop. */
public final class InterruptionTest {
  private static final long PATIENCE_SECONDS = 30;

  private final Interruption interruption = new Interruption();
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          null,
          OutputStream.nullOutputStream(),
          new PrintStream(messages, true, StandardCharsets.UTF_8),
          false,
          System::nanoTime);

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
    interruption.end(terminal);
    assertEquals("", messages.toString(StandardCharsets.UTF_8));
  }

  @Test
  public void endWaitsForShieldedWork() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<String> work =
        CompletableFuture.supplyAsync(() -> shieldedUntilRequested(started));
    assertTrue(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    interruption.end(terminal);
    assertTrue(messages.toString(StandardCharsets.UTF_8).contains("is being saved"));
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
    interruption.end(terminal);
  }
}
