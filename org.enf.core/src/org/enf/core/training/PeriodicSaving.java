package org.enf.core.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Saves the state of a training from time to time. */
public final class PeriodicSaving implements TrainingListener {
  private final long every;
  private final Saver saver;
  private final LongSupplier nanos;
  private long last;

  /** Saves a state. */
  @FunctionalInterface
  public interface Saver {
    /**
     * Saves it, in the place of the one before.
     *
     * @throws IOException if it cannot be written
     */
    void save(TrainingState state) throws IOException;
  }

  /**
   * Saves first when this time has gone.
   *
   * @param every the time from one saving to the next
   * @param nanos the clock
   */
  public PeriodicSaving(Duration every, Saver saver, LongSupplier nanos) {
    this.every = every.toNanos();
    this.saver = saver;
    this.nanos = nanos;
    last = nanos.getAsLong();
  }

  /**
   * Saves if it is time.
   *
   * @throws UncheckedIOException if that fails
   */
  @Override
  public void stepDone(Step step, TrainingState state) {
    long now = nanos.getAsLong();
    if (now - last < every) {
      return;
    }
    last = now;
    try {
      saver.save(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
