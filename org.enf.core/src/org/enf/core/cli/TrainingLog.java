package org.enf.core.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.enf.core.file.FileTarget;
import org.enf.core.training.TrainingListener;
import org.enf.core.training.TrainingState;

/** Writes a line of CSV for each training step. */
final class TrainingLog implements TrainingListener, Closeable {
  private static final String HEADER =
      "step,epoch,molecules,nll_nats,extra_loss,smoothed_nll_nats,gradient_norm,learning_rate,"
          + "evaluations,seconds";

  private static final long COMMAS = commas(HEADER);

  private final BufferedWriter writer;

  private TrainingLog(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Begins a log; a file of that name is replaced.
   *
   * @throws IOException if it cannot be written
   */
  static TrainingLog begin(Path path) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    writer.write(HEADER + "\n");
    return new TrainingLog(writer);
  }

  /**
   * Goes on with a log after a step; lines beyond it, from steps that no checkpoint holds, are
   * taken away. Without a file of that name, a log begins.
   *
   * @throws IOException if it cannot be read or written
   * @throws CommandException if the file is no such log
   */
  static TrainingLog goOn(Path path, long step) throws IOException {
    if (!Files.exists(path)) {
      return begin(path);
    }
    cut(path, step);
    return new TrainingLog(
        Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  private static void cut(Path path, long last) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
        FileTarget target = FileTarget.open(path)) {
      if (!HEADER.equals(reader.readLine())) {
        throw CommandException.failed(
            path + " is no log of such a training run; name another file by --log");
      }
      keep(HEADER, target);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (isWhole(line) && step(line) <= last) {
          keep(line, target);
        }
      }
      target.commit();
    }
  }

  private static void keep(String line, FileTarget target) throws IOException {
    target.stream().write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A crash may leave a part of a line. */
  private static boolean isWhole(String line) {
    return commas(line) == COMMAS;
  }

  private static long commas(String line) {
    return line.chars().filter(c -> c == ',').count();
  }

  private static long step(String line) {
    try {
      return Long.parseLong(line.substring(0, line.indexOf(',')));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
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
              + step.samples()
              + ","
              + step.nll()
              + ","
              + step.extra()
              + ","
              + step.smoothedNll()
              + ","
              + step.gradientNorm()
              + ","
              + step.learningRate()
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
