package org.enf.core.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What an experiment writes, and reads again when it goes on. */
public class ExperimentRecordTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder() {
    return temporary.getRoot().toPath().resolve("new").resolve("folder");
  }

  private ExperimentRecord written() throws IOException {
    ExperimentRecord record = ExperimentRecord.open(Experiment.DW4, folder());
    for (Method method : List.of(Method.ENF, Method.GNF)) {
      record.add(Results.of(method, 100, 1, 8.25), Results.curve(method, 100, 1));
    }
    return record;
  }

  @Test
  public void aRecordIsReadAsItWasWritten() throws IOException {
    ExperimentRecord record = written();
    ExperimentRecord again = ExperimentRecord.open(Experiment.DW4, folder());
    assertEquals(record.results(), again.results());
    assertEquals(record.curves(), again.curves());
    again.add(Results.of(Method.ENF, 100, 2, 8.5), Results.curve(Method.ENF, 100, 2));
    assertEquals(3, ExperimentRecord.open(Experiment.DW4, folder()).results().size());
  }

  @Test
  public void whatACrashLeftOfAFinishedRunIsTakenAway() throws IOException {
    ExperimentRecord record = written();
    RunKey finished = record.results().get(0).key();
    RunKey begun = new RunKey(Method.KERNEL, 100, 1);
    for (RunKey key : List.of(finished, begun)) {
      Files.writeString(record.checkpoint(key), "left");
    }
    ExperimentRecord.open(Experiment.DW4, folder());
    assertFalse(Files.exists(record.checkpoint(finished)));
    assertTrue(Files.exists(record.checkpoint(begun)));
  }

  @Test
  public void aCurveWithoutItsResultIsReplaced() throws IOException {
    ExperimentRecord record = written();
    Files.delete(folder().resolve("results.csv"));
    ExperimentRecord again = ExperimentRecord.open(Experiment.DW4, folder());
    again.add(Results.of(Method.ENF, 100, 1, 8.25), Results.curve(Method.ENF, 100, 1));
    assertEquals(record.curves().size(), again.curves().size());
  }

  @Test
  public void paperAndFloorStandBesideOurFigure() throws IOException {
    written();
    List<String> lines = Files.readAllLines(folder().resolve("results.csv"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(1), lines.get(1).startsWith("dw4,enf,100,1,1,300,250,8.35,8.25,0.02,"));
    assertTrue(lines.get(1), lines.get(1).endsWith(",8.31,,,,7.13,7.19"));
    assertTrue(lines.get(1), lines.get(1).contains(",\"3 layers; a \"\"quoted, text\"\"\","));
  }

  @Test
  public void finishedRunsAreFoundAndOnlyWithTheSameSettings() throws IOException {
    ExperimentRecord record = written();
    RunResult expected = Results.of(Method.ENF, 100, 1, 8.25);
    assertEquals(Optional.of(expected), record.finished(expected.key(), expected.settings()));
    assertEquals(
        Optional.empty(), record.finished(new RunKey(Method.ENF, 100, 2), expected.settings()));
    IOException e =
        assertThrows(
            IOException.class,
            () -> record.finished(expected.key(), "4 layers; a \"quoted, text\""));
    assertTrue(e.getMessage(), e.getMessage().contains("results.csv"));
    assertTrue(e.getMessage(), e.getMessage().contains("other settings (3 layers, now 4 layers)"));
  }

  @Test
  public void filesThatAreNoRecordAreRefusedWithTheirLine() throws IOException {
    written();
    Path file = folder().resolve("results.csv");
    String text = Files.readString(file);
    refused("belongs to the experiment 'dw4'", Experiment.LJ13);
    Files.writeString(file, text.replace(",100,1,1,", ",many,1,1,"));
    refused("results.csv: line 2 cannot be read", Experiment.DW4);
    Files.writeString(file, text + "dw4,enf\n");
    refused("line 4 cannot be read (it has 2 cells)", Experiment.DW4);
    Files.writeString(file, "something else\n");
    refused("its first line is not", Experiment.DW4);
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    refused("it is no text", Experiment.DW4);
  }

  private void refused(String expected, Experiment experiment) {
    IOException e =
        assertThrows(IOException.class, () -> ExperimentRecord.open(experiment, folder()));
    assertTrue(e.getMessage(), e.getMessage().contains(expected));
  }

  @Test
  public void reportShowsMeansOverRunsBesideThePaper() {
    List<String> lines =
        MarkdownReport.lines(
            Experiment.DW4,
            List.of(
                Results.of(Method.GNF, 100, 1, 11.0),
                Results.of(Method.ENF, 1_000, 1, 7.875),
                Results.of(Method.ENF, 100, 1, 8.0),
                Results.of(Method.ENF, 100, 2, 8.5)));
    assertEquals("# DW4", lines.get(0));
    List<String> rows = lines.subList(lines.size() - 3, lines.size());
    assertEquals(
        "| 100 | E-NF | 2 | 8.25 ± 0.35 | 8.31 | 0.0123 | – | 250 | 27 | 13 s |", rows.get(0));
    assertTrue(rows.get(1), rows.get(1).startsWith("| 100 | GNF | 1 | 11.00 ± 0.02 | 11.93 |"));
    assertTrue(rows.get(2), rows.get(2).startsWith("| 1,000 | E-NF | 1 | 7.88 ± 0.02 | 8.15 |"));
  }

  @Test
  public void reportOfMoleculesShowsStability() {
    RunResult run = Results.of(Method.ENF, 100_000, 1, -59.0);
    RunResult stable =
        new RunResult(
            run.key(),
            run.settings(),
            1,
            1,
            1,
            -59,
            run.test(),
            new RunResult.Drawn(Double.NaN, 0.5, 0.01),
            1,
            "all epochs are done");
    List<String> lines = MarkdownReport.lines(Experiment.QM9, List.of(stable));
    String row = lines.get(lines.size() - 1);
    assertTrue(row, row.contains("| -59.00 ± 0.02 | -59.70 | 50.0 % | 85.0 % | 1.0 % | 4.9 % |"));
  }
}
