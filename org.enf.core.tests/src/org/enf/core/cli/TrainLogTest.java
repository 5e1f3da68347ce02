package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Test;

/** The log of {@code enf train}. */
public final class TrainLogTest extends CliTestBase {
  @Test
  public void regularisationStandsInTheLogBesideTheLikelihood() throws IOException {
    String data = molecules("train.xyz", 4);
    done(train(data, name("a.enf"), "--epochs", "1", "--log", name("plain.csv")));
    String[] args = {"--epochs", "1", "--log", name("more.csv"), "--regularisation", "0.1"};
    done(train(data, name("b.enf"), args));
    String[] plain = Files.readAllLines(file("plain.csv")).get(1).split(",");
    String[] more = Files.readAllLines(file("more.csv")).get(1).split(",");
    assertEquals(0, Double.parseDouble(plain[4]), 0);
    assertTrue(Double.parseDouble(more[4]) > 0);
    assertEquals(Double.parseDouble(plain[3]), Double.parseDouble(more[3]), 1e-4);
  }

  @Test
  public void logOfStepsThatNoCheckpointHoldsIsCut() throws IOException {
    String data = molecules("train.xyz", 12);
    String[] options = {"--log", name("steps.csv"), "--validation", data};
    done(train(data, name("m.enf"), and(options, "--epochs", "2")));
    List<String> before = Files.readAllLines(file("steps.csv"));
    Files.writeString(
        file("steps.csv"),
        String.join("\n", before) + "\n" + before.get(6).replaceFirst("6", "7") + "\n8,3,4,12.");
    done(train(data, name("m.enf"), and(options, "--epochs", "3", "--resume")));
    List<String> after = Files.readAllLines(file("steps.csv"));
    assertEquals(before, after.subList(0, before.size()));
    assertEquals(1 + 9, after.size());
    for (int i = 1; i < after.size(); i++) {
      assertTrue(after.get(i), after.get(i).startsWith(i + ","));
    }
  }

  @Test
  public void fileThatIsNoLogIsNotTouched() throws IOException {
    String data = molecules("train.xyz", 4);
    done(train(data, name("m.enf"), "--epochs", "1"));
    String diary = text("diary.txt", "Dear diary,");
    CliRun run = run(train(data, name("m.enf"), "--epochs", "2", "--resume", "--log", diary));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(run.err(), run.err().contains("diary.txt is no log of such a training run"));
    assertEquals(List.of("Dear diary,"), Files.readAllLines(file("diary.txt")));
  }
}
