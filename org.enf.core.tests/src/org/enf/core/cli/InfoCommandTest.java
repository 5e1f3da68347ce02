package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.model.Provenance;
import org.junit.Test;

/** {@code enf info}. */
public final class InfoCommandTest extends CliTestBase {
  @Test
  public void printsArchitectureTrainingAndSizes() throws IOException {
    String out = done("info", "--model", tinyModel()).out();
    assertTrue(out, out.matches("(?s)atom types +H C N O F\n.*"));
    assertTrue(out, out.matches("(?s).*velocity network +1 layer of width 8, attention.*"));
    assertTrue(out, out.matches("(?s).*data +train.xyz, 12 molecules\n.*"));
    assertTrue(out, out.matches("(?s).*solver +rk4 with 1 equal step\n.*"));
    assertTrue(out, out.matches("(?s).*trained +6 steps in .*"));
    assertTrue(out, out.contains("training NLL, running mean (nats)"));
    assertTrue(out, out.contains("     4   33.33 %  ####"));
  }

  @Test
  public void checkpointIsDescribedLikeItsModel() throws IOException {
    String model = done("info", "--model", tinyModel()).out();
    assertEquals(model, done("info", "--model", name("tiny.checkpoint.enf")).out());
  }

  @Test
  public void jsonHoldsTheSame() throws IOException {
    String file = tinyModel();
    EnfModel model = EnfModelFile.read(file("tiny.enf"));
    JsonNode json =
        JsonMapper.builder().build().readTree(done("info", "--model", file, "--json", "-").out());
    assertEquals(model.settings().parameterCount(), json.at("/parameters/all").asInt());
    assertEquals(8, json.at("/velocityNetwork/hidden").asInt());
    assertEquals(
        trained("tiny.enf").dataFingerprint(), json.at("/provenance/dataFingerprint").asText());
    assertEquals(4, json.at("/sizeDistribution/4").asInt());
    done("info", "--model", file, "--json", name("info.json"));
    assertEquals(json, JsonMapper.builder().build().readTree(file("info.json").toFile()));
  }

  @Test
  public void hostileFilesEndInOneLine() throws IOException {
    assertTrue(
        failure(ExitCode.FAILED, "info", "--model", name("no.enf")).contains("no such file"));
    String text = text("text.enf", "this is no model at all");
    assertTrue(failure(ExitCode.FAILED, "info", "--model", text).contains("text.enf"));
    byte[] model = Files.readAllBytes(file(tinyName()));
    Files.write(file("cut.enf"), java.util.Arrays.copyOf(model, model.length / 2));
    assertTrue(failure(ExitCode.FAILED, "info", "--model", name("cut.enf")).contains("cut.enf"));
  }

  private String tinyName() throws IOException {
    tinyModel();
    return "tiny.enf";
  }

  @Test
  public void controlCharactersOfAHostileModelDoNotReachTheTerminal() throws IOException {
    EnfModel model = EnfModelFile.read(file(tinyName()));
    Provenance.Imported hostile =
        new Provenance.Imported(
            "0.1.0\u001b[2J",
            "a\u0007\nb",
            "\u009b31m",
            "\u202egnorw",
            Map.of("metric\u001b[1m", 1.0));
    EnfModelFile.write(
        new EnfModel(model.settings(), model.sizes(), model.parameters(), hostile), file("h.enf"));
    String out = done("info", "--model", name("h.enf")).out();
    assertTrue(out, out.contains("0.1.0\\u001b[2J\n"));
    assertTrue(out, out.contains("a\\u0007\\u000ab\n"));
    assertTrue(out, out.contains("\\u202egnorw\n"));
    assertTrue(out, out.contains("metric\\u001b[1m"));
    assertTrue(out.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
  }
}
