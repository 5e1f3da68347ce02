package org.enf.core.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
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
}
