package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.Test;

/** {@code enf score}. */
public final class ScoreCommandTest extends CliTestBase {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private String twoMolecules() throws IOException {
    return text(
        "two.xyz", "2", "stable", "H 0 0 0", "H 0 0 0.74", "2", "apart", "H 0 0 0", "H 0 0 5");
  }

  @Test
  public void printsTheScoreAndItsMeaning() throws IOException {
    CliRun run = done("score", "--in", twoMolecules());
    assertTrue(run.out(), run.out().contains("stable molecules          50.00 %  1 of 2"));
    assertTrue(run.out(), run.out().contains("bonds: by distance, Appendix A.3"));
    assertTrue(run.err(), run.err().contains("2 molecules read"));
  }

  @Test
  public void noveltyComparesWithTheTrainingSet() throws IOException {
    String samples = twoMolecules();
    String other = text("methyl.xyz", "2", "", "H 0 0 0", "F 0 0 0.92");
    assertTrue(
        done("score", "--in", samples, "--train", samples)
            .out()
            .contains("novel of valid             0.00 %  0 of 1"));
    assertTrue(
        done("score", "--in", samples, "--train", other)
            .out()
            .contains("novel of valid           100.00 %  1 of 1"));
  }

  @Test
  public void jsonHoldsTheSameFigures() throws IOException {
    CliRun run = done("score", "--in", twoMolecules(), "--json", name("score.json"));
    JsonNode score = JSON.readTree(Files.readString(file("score.json")));
    assertEquals(1, score.at("/moleculeStability/numerator").asInt());
    assertEquals(2, score.at("/moleculeStability/denominator").asInt());
    assertEquals(0, score.at("/skippedRecords").asInt(-1));
    assertTrue(run.out(), run.out().contains("stable molecules"));
  }

  @Test
  public void jsonOnTheStandardOutputStandsAlone() throws IOException {
    CliRun run = done("score", "--in", twoMolecules(), "--json", "-");
    assertEquals(0.5, JSON.readTree(run.out()).at("/moleculeStability/value").asDouble(), 0);
  }

  @Test
  public void standardInputIsScored() throws IOException {
    byte[] bytes = Files.readString(file("two.xyz").resolveSibling(two())).getBytes();
    CliRun run = cli().withInput(bytes).run("score", "--in", "-");
    assertEquals(run.err(), ExitCode.DONE, run.code());
    assertTrue(run.err(), run.err().contains("standard input: 2 molecules read"));
  }

  private String two() throws IOException {
    twoMolecules();
    return "two.xyz";
  }

  @Test
  public void standardInputCannotBeReadTwice() {
    String line = failure(ExitCode.USAGE, "score", "--in", "-", "--train", "-");
    assertTrue(line, line.contains("cannot both be read from the standard input"));
  }

  @Test
  public void manyBrokenRecordsAreToldByTheirNumber() throws IOException {
    String[] lines = new String[3 * 31];
    for (int i = 0; i < 31; i++) {
      lines[3 * i] = "1";
      lines[3 * i + 1] = "";
      lines[3 * i + 2] = i == 30 ? "H 0 0 0" : "H 0 0 x";
    }
    CliRun run = done("score", "--in", text("broken.xyz", lines));
    assertEquals(10 + 1, run.errLines().stream().filter(l -> l.startsWith("skipped")).count());
    assertTrue(run.err(), run.err().contains("skipped 20 further broken records"));
    assertTrue(run.err(), run.err().contains("1 molecule read, 30 broken records skipped"));
  }

  @Test
  public void fileWithoutMoleculesEndsInOneLine() throws IOException {
    String empty = text("empty.xyz");
    assertTrue(failure(ExitCode.FAILED, "score", "--in", empty).contains(empty));
    assertTrue(failure(ExitCode.FAILED, "score", "--in", name("no.sdf")).contains("no.sdf"));
  }

  @Test
  public void jsonThatCannotBeWrittenIsTold() throws IOException {
    CliRun run = run("score", "--in", twoMolecules(), "--json", name("no/score.json"));
    assertEquals(ExitCode.FAILED, run.code());
    assertTrue(
        run.err(), run.err().contains("no/score.json".replace('/', java.io.File.separatorChar)));
  }

  @Test
  public void limitBelowOneIsWrongUse() throws IOException {
    String line = failure(ExitCode.USAGE, "score", "--in", twoMolecules(), "--limit", "0");
    assertTrue(line, line.contains("--limit must be at least 1"));
  }
}
