package org.enf.core.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/** Writes a line of CSV for each training step. */
final class TrainingLog implements TrainingListener, Closeable {
  private static final String HEADER =
      "step,epoch,molecules,nll_nats,smoothed_nll_nats,gradient_norm,evaluations,seconds";

  private final BufferedWriter writer;

  /**
   * Opens a log.
   *
   * @param append whether to go on at the end of a file that is there
   * @throws IOException if it cannot be written
   */
  TrainingLog(Path path, boolean append) throws IOException {
    boolean goesOn = append && Files.exists(path);
    writer =
        goesOn
            ? Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND)
            : Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    if (!goesOn) {
      writer.write(HEADER + "\n");
    }
  }

  @Override
  public void stepDone(Step step, TrainingState state) {
    write(step);
  }

  @Override
  public void stepSkipped(Step step, String reason) {
    write(step);
  }

  private void write(Step step) {
    try {
      writer.write(
          step.step()
              + ","
              + (step.epoch() + 1)
              + ","
              + step.molecules()
              + ","
              + step.nll()
              + ","
              + step.smoothedNll()
              + ","
              + step.gradientNorm()
              + ","
              + step.evaluations()
              + ","
              + step.seconds()
              + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
