package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Test;

/** {@code enf bench}. */
public final class BenchCommandTest extends CliTestBase {
  @Test
  public void samplingIsMeasuredWithEveryNumberOfThreads() throws IOException {
    CliRun run =
        done(
            "bench",
            "--case",
            "sample",
            "--model",
            tinyModel(),
            "--count",
            "3",
            "--rounds",
            "1",
            "--threads",
            "2,1",
            "--out",
            name("bench.csv"));
    assertTrue(run.out(), run.out().contains("* machine: "));
    assertEquals(run.out(), 2, run.out().lines().filter(l -> l.startsWith("| cpu ")).count());
    List<String> lines = Files.readAllLines(file("bench.csv"));
    assertTrue(lines.toString(), lines.contains("sample,cpu,1,molecules,3.0,"));
    assertTrue(lines.toString(), lines.contains("sample,cpu,2,molecules,3.0,"));
  }

  @Test
  public void trainingIsMeasuredByTheNamedEngine() throws IOException {
    CliRun run =
        done(
            "bench",
            "--case",
            "train-dw4",
            "--engine",
            "cpu",
            "--threads",
            "1",
            "--rounds",
            "1",
            "--out",
            name("bench.md"));
    assertEquals(run.out(), Files.readString(file("bench.md")));
    assertTrue(run.out(), run.out().contains("| train-dw4 | batch 100, 3 layers × 32 | cpu "));
    assertTrue(run.err(), run.err().contains("train-dw4: batch 100, 3 layers × 32, cpu on 1 thr"));
    assertTrue(run.err(), !run.err().contains("nd4j"));
  }

  @Test
  public void stopEndsIt() {
    CliRun run =
        cli().stoppedAfter(5).run("bench", "--case", "dw4", "--engine", "cpu", "--threads", "1");
    assertEquals(run.err(), ExitCode.STOPPED, run.code());
  }

  @Test
  public void impossibleOptionsAreWrongUse() {
    String[][] cases = {
      {"--case", "dw5", "there is no case 'dw5'; choose among dw4, lj13, qm9-positional"},
      {"--case", "sample", "--case sample draws from a model: name it by --model"},
      {"--engine", "auto", "there is no engine 'auto'; choose among cpu, nd4j"},
      {"--threads", "0", "--threads must be at least 1, not 0"},
      {"--rounds", "0", "the number of rounds must be 1 to 1000, not 0"},
      {"--count", "0", "--count must be at least 1, not 0"}
    };
    for (String[] one : cases) {
      String line = failure(ExitCode.USAGE, "bench", one[0], one[1]);
      assertTrue(line, line.contains(one[2]));
    }
  }
}
