package org.enf.core.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;

/**
 * The wish of the user to stop, by Ctrl-C or the signal TERM. The process waits for the end of
 * {@link #shielded} work, which has something to save, for a minute at most.
 */
class Interruption implements StopSignal {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private volatile boolean requested;
  private int shields;

  /** Work with a result. */
  @FunctionalInterface
  interface Work<T> {
    /**
     * Does it.
     *
     * @throws IOException if a file cannot be read or written
     */
    T run() throws IOException;
  }

  /**
   * Hears of the signals that end this process.
   *
   * @param terminal where to say that the end has to wait
   */
  static Interruption ofProcess(Terminal terminal) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(terminal), "enf-stop"));
    return interruption;
  }

  /** Asks all work to stop and waits for what is shielded. */
  synchronized void end(Terminal terminal) {
    request();
    if (shields > 0) {
      String newLine = terminal.redraws() ? System.lineSeparator() : "";
      terminal.say(newLine + "enf: stopping; what was done is being saved");
    }
    awaitUnshielded();
  }

  /** Asks all work to stop. */
  void request() {
    requested = true;
  }

  @Override
  public boolean requested() {
    return requested;
  }

  /**
   * Ends this work if asked to.
   *
   * @throws StoppedException if so
   */
  void check() {
    if (requested()) {
      throw new StoppedException();
    }
  }

  /**
   * Does work that the end of the process waits for. It should ask {@link #requested} often.
   *
   * @throws IOException if the work does
   */
  <T> T shielded(Work<T> work) throws IOException {
    addShields(1);
    try {
      return work.run();
    } finally {
      addShields(-1);
    }
  }

  private synchronized void addShields(int change) {
    shields += change;
    notifyAll();
  }

  private synchronized void awaitUnshielded() {
    long end = System.nanoTime() + PATIENCE_NANOS;
    try {
      for (long left = PATIENCE_NANOS; shields > 0 && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
