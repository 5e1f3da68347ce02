package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enf.core.file.CacheFolder;
import org.enf.core.model.EnfModelFile;
import org.junit.Before;
import org.junit.Test;

/** {@code enf demo}, with a few molecules in the cache in place of the real ones. */
public final class DemoCommandTest extends CliTestBase {
  private Path cached;

  @Before
  public void fillCache() throws IOException {
    Session session = new Session(null, new Interruption(), CacheFolder.in(file("cache")));
    Path folder = session.cache().folder(DemoSet.CACHE).orElseThrow();
    cached = folder.resolve(new DemoSet(session).fileName());
    molecules("few.xyz", 12);
    Files.move(file("few.xyz"), cached);
  }

  private String[] demo() {
    return demo("1s");
  }

  private String[] demo(String timeLimit) {
    return new String[] {"demo", "--out", name("out"), "--time-limit", timeLimit, "--count", "3"};
  }

  @Test
  public void goesTheWholeWay() throws IOException {
    CliRun run = done(demo());
    Path out = file("out");
    assertTrue(run.err(), run.err().contains("[1/5] drawing 3 molecules from the built-in model"));
    assertTrue(Files.size(out.resolve("built-in-samples.sdf")) > 0);
    assertTrue(run.err(), run.err().contains("the training set was built before: "));
    assertTrue(run.err(), run.err().contains(cached.toString()));
    assertTrue(run.err(), run.err().contains("[3/5] training, for 1 s"));
    assertTrue(run.err(), run.err().contains("[4/5] drawing 3 molecules"));
    assertTrue(run.err(), run.err().contains("3 of 3 molecules drawn"));
    assertTrue(run.err(), run.err().contains("report:    " + out.resolve("report.txt")));
    assertTrue(run.out(), run.out().contains("judged molecules                3"));
    assertEquals(3, Files.readString(out.resolve("samples.sdf")).split("\\$\\$\\$\\$\n").length);
    assertEquals(
        12,
        EnfModelFile.read(out.resolve("demo.enf"))
            .provenance()
            .trained()
            .orElseThrow()
            .molecules());
    assertTrue(Files.size(out.resolve("samples.png")) > 0);
    String report = Files.readString(out.resolve("report.txt"));
    assertTrue(report, report.contains("stable atoms"));
    assertTrue(report, report.contains("velocity network"));
    JsonNode json =
        JsonMapper.builder().build().readTree(Files.readString(out.resolve("report.json")));
    assertEquals(3, json.at("/score/molecules/judged").asInt());
    assertEquals(3, json.at("/sampling/drawn").asInt());
    assertEquals(12, json.at("/model/provenance/molecules").asInt());
    assertFalse(json.at("/score/novelty").isNull());
  }

  @Test
  public void resultsOfAnEarlierDemoAreReplaced() {
    done(demo());
    done(demo());
  }

  @Test
  public void stoppedDemoLeavesAModel() throws IOException {
    CliRun run = cli().stoppedAfter(80).run(demo("10m"));
    assertEquals(run.err(), ExitCode.STOPPED, run.code());
    assertTrue(run.err(), run.err().contains("the model so far: "));
    EnfModelFile.read(file("out").resolve("demo.enf"));
  }

  @Test
  public void outHasToBeAFolder() throws IOException {
    String line = failure(ExitCode.FAILED, "demo", "--out", text("file", "x"));
    assertTrue(line, line.contains("file: it is there already and is no folder"));
  }

  @Test
  public void countBelowOneIsWrongUse() {
    String line = failure(ExitCode.USAGE, "demo", "--out", name("out"), "--count", "0");
    assertTrue(line, line.contains("the number of molecules must be at least 1"));
  }
}
