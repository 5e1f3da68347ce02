package org.enf.core.experiment;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.enf.core.file.FileTarget;

/**
 * What an experiment has found so far: {@code results.csv} with a line for each run, {@code
 * curves.csv} with a line for each validation, {@code results.md}, and plots. The files are written
 * again after each run, each whole or not at all, so that an interrupted experiment keeps its
 * finished runs and goes on with the others.
 */
public final class ExperimentRecord {
  private static final long LARGEST_FILE = 1L << 28;
  private static final String REMEDY = "choose another folder, or remove the file";

  private final Experiment experiment;
  private final Path folder;
  private final List<RunResult> results;
  private final List<CurvePoint> curves;

  private ExperimentRecord(
      Experiment experiment, Path folder, List<RunResult> results, List<CurvePoint> curves) {
    this.experiment = experiment;
    this.folder = folder;
    this.results = results;
    this.curves = curves;
  }

  /**
   * Opens the record in a folder, which is made if it is not there.
   *
   * @throws IOException if what is there cannot be read; the message names file and line
   */
  public static ExperimentRecord open(Experiment experiment, Path folder) throws IOException {
    Files.createDirectories(folder);
    ExperimentRecord record =
        new ExperimentRecord(
            experiment,
            folder,
            read(
                folder.resolve("results.csv"),
                ResultTable.HEADER,
                line -> ResultTable.parse(experiment, line)),
            read(folder.resolve("curves.csv"), CurveTable.HEADER, CurveTable::parse));
    for (RunResult finished : record.results) {
      // a crash may have come between the result and this
      Files.deleteIfExists(record.checkpoint(finished.key()));
    }
    return record;
  }

  private static <T> List<T> read(Path file, String header, Function<String, T> parser)
      throws IOException {
    List<T> rows = new ArrayList<>();
    if (!Files.exists(file)) {
      return rows;
    }
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException(file + ": it is too large for a table of results; " + REMEDY);
    }
    List<String> lines = lines(file);
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw new IOException(file + ": its first line is not that of such a table; " + REMEDY);
    }
    for (int k = 1; k < lines.size(); k++) {
      try {
        rows.add(parser.apply(lines.get(k)));
      } catch (IllegalArgumentException e) {
        throw new IOException(
            file + ": line " + (k + 1) + " cannot be read (" + e.getMessage() + "); " + REMEDY, e);
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new IOException(file + ": it is no text; " + REMEDY, e);
    }
  }

  /** The experiment. */
  public Experiment experiment() {
    return experiment;
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  /** The finished runs, the first first. */
  public List<RunResult> results() {
    return List.copyOf(results);
  }

  /** The validations of the finished runs. */
  public List<CurvePoint> curves() {
    return List.copyOf(curves);
  }

  /**
   * The result of a run, if it is finished.
   *
   * @param settings what it should have been run with
   * @throws IOException if it was run with other settings; the message says so
   */
  public Optional<RunResult> finished(RunKey key, String settings) throws IOException {
    for (RunResult result : results) {
      if (result.key().equals(key)) {
        requireSame(
            folder.resolve("results.csv"),
            key,
            "done",
            result.settings(),
            settings,
            "choose another folder, or give the same settings");
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** Where a run leaves its training when it ends early. */
  public Path checkpoint(RunKey key) {
    return folder.resolve("checkpoint-" + key.fileName() + ".enf");
  }

  /**
   * Whether a run was begun and left its training.
   *
   * @param settings what it should have been begun with
   * @throws IOException if it was begun with other settings, or its checkpoint cannot be read
   */
  public boolean begun(RunKey key, String settings) throws IOException {
    Path checkpoint = checkpoint(key);
    if (!Files.exists(checkpoint)) {
      return false;
    }
    requireSame(
        checkpoint,
        key,
        "begun",
        RunCheckpoint.settingsIn(checkpoint),
        settings,
        "choose another folder, give the same settings, or remove the file to begin anew");
    return true;
  }

  private static void requireSame(
      Path file, RunKey key, String participle, String before, String now, String remedy)
      throws IOException {
    if (!before.equals(now)) {
      throw new IOException(
          file
              + ": the run '"
              + key
              + "' was "
              + participle
              + " with other settings ("
              + difference(before, now)
              + ", now "
              + difference(now, before)
              + "); "
              + remedy);
    }
  }

  /** The parts of a description that another one does not have. */
  private static String difference(String settings, String others) {
    List<String> parts = new ArrayList<>(List.of(settings.split("; ")));
    parts.removeAll(List.of(others.split("; ")));
    return parts.isEmpty() ? "nothing of this" : String.join("; ", parts);
  }

  /**
   * Adds a finished run, writes the tables and removes its checkpoint.
   *
   * @throws IOException if a file cannot be written
   */
  public void add(RunResult result, List<CurvePoint> itsCurve) throws IOException {
    results.add(result);
    // a crash may have left them without their result
    curves.removeIf(point -> point.key().equals(result.key()));
    curves.addAll(itsCurve);
    // curves first: a run counts as finished when it stands in the results
    write("curves.csv", CurveTable.HEADER, curves.stream().map(CurveTable::line).toList());
    write(
        "results.csv",
        ResultTable.HEADER,
        results.stream().map(row -> ResultTable.line(experiment, row)).toList());
    List<String> report = MarkdownReport.lines(experiment, results);
    write("results.md", report.get(0), report.subList(1, report.size()));
    Files.deleteIfExists(checkpoint(result.key()));
  }

  private void write(String name, String first, List<String> rest) throws IOException {
    try (FileTarget target = FileTarget.open(folder.resolve(name))) {
      String text = first + "\n" + String.join("\n", rest) + (rest.isEmpty() ? "" : "\n");
      target.stream().write(text.getBytes(StandardCharsets.UTF_8));
      target.commit();
    }
  }
}
