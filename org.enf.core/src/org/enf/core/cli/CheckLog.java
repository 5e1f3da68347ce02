package org.enf.core.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.enf.core.file.FileTarget;

/** Writes a line of JSON for each check of a training run. */
final class CheckLog implements Closeable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter writer;

  private CheckLog(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Opens a log.
   *
   * @param step after which the run goes on: later lines, of steps that no checkpoint holds, are
   *     taken away; 0 for a new run, which replaces the file
   * @throws IOException if it cannot be read or written
   */
  static CheckLog open(Path path, long step) throws IOException {
    if (step == 0 || !Files.exists(path)) {
      return new CheckLog(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        FileTarget target = FileTarget.open(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (step(line, path) <= step) {
          target.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      target.commit();
    }
    return new CheckLog(
        Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  /** A crash may leave a part of a line, which is of no step. */
  private static long step(String line, Path path) {
    JsonNode step;
    try {
      step = JSON.readTree(line).path("step");
    } catch (JsonProcessingException e) {
      return Long.MAX_VALUE;
    }
    if (!step.isIntegralNumber()) {
      throw CommandException.failed(
          path + " is no log of such a training run; name another file by --check-log");
    }
    return step.longValue();
  }

  /** A new, empty line. */
  static ObjectNode line() {
    return JSON.createObjectNode();
  }

  /**
   * Writes a line.
   *
   * @throws IOException if that fails
   */
  void write(ObjectNode line) throws IOException {
    writer.write(JSON.writeValueAsString(line));
    writer.write('\n');
    writer.flush();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
