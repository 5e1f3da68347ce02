package org.enf.core.learner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.enf.core.model.Checkpoint;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/** Writes a checkpoint from time to time. */
public final class CheckpointWriter implements TrainingListener {
  private final Path path;
  private final long every;
  private final Function<TrainingState, Checkpoint> checkpoint;
  private final LongSupplier nanos;
  private long last;

  /**
   * A writer.
   *
   * @param path is replaced each time
   * @param every the time between two checkpoints
   * @param checkpoint of the moment
   * @param nanos the clock
   */
  public CheckpointWriter(
      Path path,
      Duration every,
      Function<TrainingState, Checkpoint> checkpoint,
      LongSupplier nanos) {
    this.path = path;
    this.every = every.toNanos();
    this.checkpoint = checkpoint;
    this.nanos = nanos;
    last = nanos.getAsLong();
  }

  /**
   * Writes one if it is time.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void stepDone(Step step, TrainingState state) {
    long now = nanos.getAsLong();
    if (now - last < every) {
      return;
    }
    last = now;
    try {
      checkpoint.apply(state).write(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
