package org.enf.core.cli;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.EnfModel;
import org.enf.core.model.EnfModelFile;
import org.enf.core.testing.TestPaths;
import org.junit.Test;

/** {@code enf import} and {@code enf export}. */
public final class ImportExportTest extends CliTestBase {
  @Test
  public void exportedModelIsImportedAsItWas() throws IOException {
    String model = tinyModel();
    CliRun exported = done("export", "--model", model, "--safetensors", name("w.safetensors"));
    assertTrue(exported.err(), exported.err().contains("weights: " + name("w.safetensors")));
    CliRun imported = done("import", "--weights", name("w.safetensors"), "--model", name("i.enf"));
    assertTrue(imported.err(), imported.err().contains("imported: 1 layer of width 8"));
    EnfModel before = EnfModelFile.read(file("tiny.enf"));
    EnfModel after = EnfModelFile.read(file("i.enf"));
    assertEquals(before.settings(), after.settings());
    assertEquals(before.sizes(), after.sizes());
    assertArrayEquals(before.parameters(), after.parameters(), 0);
  }

  @Test
  public void importedModelIsDescribedAndUsedLikeAnyOther() throws IOException {
    done("export", "--model", tinyModel(), "--safetensors", name("w.safetensors"));
    done("import", "--weights", name("w.safetensors"), "--model", name("i.enf"));
    String info = done("info", "--model", name("i.enf")).out();
    assertTrue(info, info.contains("imported from                      w.safetensors\n"));
    assertTrue(info, info.contains("training                           not known"));
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(done("info", "--model", name("i.enf"), "--json", "-").out());
    assertEquals("imported", json.at("/provenance/kind").asText());
    assertEquals("w.safetensors", json.at("/provenance/file").asText());
    done("likelihood", "--model", name("i.enf"), "--data", name("train.xyz"), "--limit", "2");
  }

  @Test
  public void filesAreNotOverwrittenByAccident() throws IOException {
    String model = tinyModel();
    String weights = name("w.safetensors");
    done("export", "--model", model, "--safetensors", weights);
    String export = failure(ExitCode.FAILED, "export", "--model", model, "--safetensors", weights);
    assertTrue(export, export.contains("w.safetensors is there already"));
    done("export", "--model", model, "--safetensors", weights, "--overwrite");
    String line = failure(ExitCode.FAILED, "import", "--weights", weights, "--model", model);
    assertTrue(line, line.contains("tiny.enf is there already"));
    done("import", "--weights", weights, "--model", model, "--overwrite");
  }

  @Test
  public void otherFilesAreRefusedInOneLine() throws IOException {
    String text = text("w.safetensors", "no weights at all");
    String line = failure(ExitCode.FAILED, "import", "--weights", text, "--model", name("m.enf"));
    assertTrue(line, line.contains("w.safetensors"));
    String model = tinyModel();
    String missing = failure(ExitCode.FAILED, "import", "--weights", model, "--model", name("m"));
    assertTrue(missing, missing.contains("the tensor 'flow.transformations.1."));
    String folder =
        failure(ExitCode.FAILED, "import", "--weights", model, "--model", name("no/m.enf"));
    assertTrue(folder, folder.contains("there is no folder"));
  }

  @Test
  public void baselinesCannotBeExported() throws IOException {
    done(train(molecules("t.xyz", 3), name("g.enf"), "--epochs", "1", "--method", "gnf"));
    String line =
        failure(ExitCode.FAILED, "export", "--model", name("g.enf"), "--safetensors", name("w"));
    assertTrue(line, line.contains("g.enf: only the paper's E-NF can be exported"));
  }

  @Test
  public void publishedWeightsGiveLikelihoodsThatDifferByTheActNormsCount() throws IOException {
    Path weights = TestPaths.shared().resolve("weights").resolve("en_flows_pretrained.safetensors");
    assumeTrue(weights + " is missing", Files.exists(weights));
    String file = weights.toString();
    done("import", "--weights", file, "--model", name("m.enf"));
    done("import", "--weights", file, "--model", name("r.enf"), "--reference-actnorm");
    assertEquals(PositionFreedom.AMBIENT, EnfModelFile.read(file("r.enf")).settings().freedom());
    double difference = nll("r.enf") - nll("m.enf");
    assertEquals("3 times the log scale of the positions", 2.46, difference, 0.005);
  }

  private double nll(String model) throws IOException {
    String methane =
        text(
            "methane.xyz",
            "5",
            "",
            "C 0 0 0",
            "H 0.63 0.63 0.63",
            "H -0.63 -0.63 0.63",
            "H -0.63 0.63 -0.63",
            "H 0.63 -0.63 -0.63");
    String json =
        done(
                "likelihood",
                "--model",
                name(model),
                "--data",
                methane,
                "--precision",
                "double",
                "--json",
                "-")
            .out();
    return JsonMapper.builder().build().readTree(json).at("/meanNllNats").asDouble();
  }
}
