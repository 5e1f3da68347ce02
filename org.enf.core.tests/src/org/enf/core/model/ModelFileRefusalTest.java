package org.enf.core.model;

import static org.enf.core.model.ModelFiles.copy;
import static org.enf.core.model.ModelFiles.model;
import static org.enf.core.model.ModelFiles.original;
import static org.enf.core.model.ModelFiles.read;
import static org.enf.core.model.ModelFiles.refused;
import static org.enf.core.model.ModelFiles.with;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.Tensor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is no model of this format is refused in one sentence. */
public class ModelFileRefusalTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void unknownDequantizationIsRefused() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    refused(
        with("enf.architecture", architecture.replace("\"argmax\"", "\"odd\"")),
        "there is no dequantization 'odd'");
    refused(
        with("enf.architecture", architecture.replace("\"argmax\"", "\"uniform\"")),
        "the uniform dequantization has no network");
    refused(
        with(
            "enf.architecture",
            architecture.replaceAll("\"dequantizer\":\\{[^}]*}", "\"dequantizer\":{}")),
        "the argmax dequantization needs a network");
  }

  @Test
  public void controlCharactersOfAFileAreEscapedInMessages() {
    IOException refusal =
        assertThrows(
            IOException.class, () -> read(with("enf.format", "\u001b]0;owned\u0007\u202e")));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("\\u001b]0;owned\\u0007"));
    assertTrue(refusal.getMessage().chars().noneMatch(Character::isISOControl));
  }

  @Test
  public void otherSafetensorsFileIsNoModel() {
    refused(SafetensorsFile.builder("x").build(), "is no E-NF model");
  }

  @Test
  public void newerFormatIsNamed() throws IOException {
    refused(with("enf.format", "2"), "format version 2");
  }

  @Test
  public void impossibleArchitectureIsRefusedBeforeMemoryIsTaken() throws IOException {
    String architecture = original().metadata().get("enf.architecture");
    refused(
        with("enf.architecture", architecture.replace("\"layers\":1", "\"layers\":0")),
        "layers must be 1 to");
    refused(
        with("enf.architecture", architecture.replace("\"hidden\":4", "\"hidden\":4000")),
        "egnn.embedding.weight");
    refused(
        with(
            "enf.architecture",
            architecture
                .replace("\"hidden\":4", "\"hidden\":4096")
                .replace("\"layers\":1", "\"layers\":100")),
        "m.enf");
    refused(with("enf.architecture", "{}"), "enf.architecture");
    refused(with("enf.architecture", "null"), "enf.architecture");
    refused(with("enf.architecture", architecture + "x"), "enf.architecture");
  }

  @Test
  public void impossibleTypesAndSizesAreRefused() throws IOException {
    refused(with("enf.atom_types", "[\"H\",\"Xx\"]"), "'Xx'");
    refused(with("enf.atom_types", "[\"H\",\"H\"]"), "stands twice");
    refused(with("enf.atom_types", "[]"), "at least one element");
    refused(with("enf.size_distribution", "{\"1000000000\":1}"), "1 to 1000 atoms");
    refused(with("enf.size_distribution", "{\"3\":null}"), "null");
    refused(with("enf.size_distribution", "{\"3\":1,\"3\":2}"), "enf.size_distribution");
    refused(
        with("enf.size_distribution", "{\"3\":9223372036854775807,\"4\":1}"),
        "more molecules than");
    refused(with("enf.provenance", "[1]"), "enf.provenance");
  }

  @Test
  public void weightsThatAreNotFiniteAreRefused() throws IOException {
    double[] parameters = model().parameters();
    parameters[17] = Double.NaN;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EnfModelFile.write(model(parameters), out);
    IOException refusal =
        assertThrows(
            IOException.class,
            () -> EnfModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m.enf"));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("dynamics.egnn."));
  }

  @Test
  public void tensorThatNobodyAskedForIsRefused() throws IOException {
    SafetensorsFile original = original();
    SafetensorsFile.Builder file = copy(original, Map.of());
    file.tensor("surplus", Tensor.float32(new float[1], 1));
    refused(file.build(), "1 tensors do not belong");
  }

  @Test
  public void modelIsNoCheckpoint() throws IOException {
    Path file = folder.getRoot().toPath().resolve("m.enf");
    EnfModelFile.write(model(), file);
    IOException refusal = assertThrows(IOException.class, () -> Checkpoint.read(file));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("without the state"));
  }

  @Test
  public void textFileIsNoModel() throws IOException {
    Path file = folder.getRoot().toPath().resolve("m.enf");
    Files.write(file, "hello, this is no model".getBytes(StandardCharsets.UTF_8));
    IOException refusal = assertThrows(IOException.class, () -> EnfModelFile.read(file));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith(file.toString()));
  }
}
