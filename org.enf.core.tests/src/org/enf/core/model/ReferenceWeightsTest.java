package org.enf.core.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.flow.ActNorm.PositionFreedom;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.enf.core.testing.TestPaths;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReferenceWeightsTest {
  private static final String EGNN = "flow.transformations.1.odefunc.dynamics.egnn.";
  private static final EnfSettings TWO_TYPES =
      EnfSettings.of(new AtomTypes(List.of(Element.H, Element.O)), 2, 5, 1, 3);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static EnfModel model(EnfSettings settings) {
    double[] parameters = settings.initialise(new SplittableRandom(3));
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) parameters[i];
    }
    return new EnfModel(
        settings,
        SizeDistribution.of(new int[] {2, 3, 3}),
        parameters,
        new Provenance.Imported("0.1.0", "x", "", "", Map.of()));
  }

  private static void assertSame(EnfModel expected, EnfModel actual) {
    assertEquals(expected.settings(), actual.settings());
    assertEquals(expected.sizes(), actual.sizes());
    assertArrayEquals(expected.parameters(), actual.parameters(), 0);
  }

  private static EnfModel read(Path path) throws IOException {
    return ReferenceWeights.read(path, Optional.empty());
  }

  @Test
  public void importUndoesExport() throws IOException {
    EnfSettings ambient =
        new EnfSettings(
            TWO_TYPES.types(),
            TWO_TYPES.dynamics(),
            TWO_TYPES.dequantizer(),
            PositionFreedom.AMBIENT);
    for (EnfSettings settings :
        new EnfSettings[] {TWO_TYPES, ambient, EnfSettings.of(AtomTypes.QM9, 1, 4, 2, 3)}) {
      EnfModel model = model(settings);
      ReferenceWeights.write(model, file("w.safetensors"));
      assertSame(model, read(file("w.safetensors")));
    }
  }

  @Test
  public void exportedShapesAreThoseOfTheStateDictWithATimeOutputOfZeros() throws IOException {
    ReferenceWeights.write(model(TWO_TYPES), file("w.safetensors"));
    Map<String, Tensor> tensors = SafetensorsReader.read(file("w.safetensors")).tensors();
    Tensor out = tensors.get(EGNN + "embedding_out.weight");
    assertArrayEquals(new long[] {4, 5}, out.shape());
    assertArrayEquals(new float[5], Arrays.copyOfRange(out.toFloats(), 15, 20), 0);
    assertArrayEquals(new long[] {4}, tensors.get(EGNN + "embedding_out.bias").shape());
    assertArrayEquals(new long[] {1, 1}, tensors.get("flow.transformations.0.x_log_s").shape());
    assertArrayEquals(new long[0], tensors.get("flow.transformations.0.initialized").shape());
    assertArrayEquals(
        new long[] {6}, tensors.get("dequantizer.net_fn.egnn.embedding_out.bias").shape());
  }

  @Test
  public void importedModelIsAnOrdinaryModel() throws IOException {
    ReferenceWeights.write(model(TWO_TYPES), file("w.safetensors"));
    EnfModel imported = read(file("w.safetensors"));
    EnfModelFile.write(imported, file("m.enf"));
    EnfModel again = EnfModelFile.read(file("m.enf"));
    assertSame(imported, again);
    assertEquals(imported.provenance(), again.provenance());
    Provenance.Imported from = (Provenance.Imported) again.provenance();
    assertEquals("w.safetensors", from.file());
    assertEquals(64, from.fingerprint().length());
    assertTrue(again.provenance().trained().isEmpty());
  }

  @Test
  public void optionOfTheReferencesActNormComesBeforeWhatTheFileSays() throws IOException {
    ReferenceWeights.write(model(TWO_TYPES), file("w.safetensors"));
    EnfModel model =
        ReferenceWeights.read(file("w.safetensors"), Optional.of(PositionFreedom.AMBIENT));
    assertEquals(PositionFreedom.AMBIENT, model.settings().freedom());
  }

  @Test
  public void otherArchitecturesAreNotExported() {
    EnfSettings e = TWO_TYPES;
    EnfSettings unlimited =
        new EnfSettings(
            e.types(),
            new EgnnSettings(3, 3, 3, 2, 5, true, true, true, 0),
            e.dequantizer(),
            e.freedom());
    EnfSettings gnn =
        new EnfSettings(
            e.types(), GnnSettings.dynamics(3, 3, 2, 5, true), e.dequantizer(), e.freedom());
    for (EnfSettings settings : new EnfSettings[] {unlimited, gnn}) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> ReferenceWeights.write(model(settings), file("w.safetensors")))
              .getMessage();
      assertTrue(message, message.contains("only the paper's E-NF"));
      assertTrue(Files.notExists(file("w.safetensors")));
    }
  }

  @Test
  public void missingTensorIsNamed() throws IOException {
    for (String name :
        new String[] {
          EGNN + "embedding.weight",
          EGNN + "embedding_out.bias",
          EGNN + "gcl_0.edge_mlp.0.weight",
          "flow.transformations.0.h_t",
          "flow.transformations.0.initialized",
          "flow.transformations.1.int_time",
          "dequantizer.net_fn.egnn.gcl_0.node_mlp.2.bias"
        }) {
      refused(changed(name, null), "the tensor '" + name + "' is missing");
    }
  }

  @Test
  public void layerThatIsNotWholeIsNamed() throws IOException {
    String name = EGNN + "gcl_1.att_mlp.0.bias";
    refused(changed(name, null), "the tensor '" + name + "' is missing");
  }

  @Test
  public void extraTensorIsNamed() throws IOException {
    refused(
        changed(EGNN + "gcl_7.node_mlp.0.bias", Tensor.float32(new float[5], 5)),
        "the tensor '" + EGNN + "gcl_7.node_mlp.0.bias' does not belong");
  }

  @Test
  public void tensorOfAWrongShapeOrTypeIsNamed() throws IOException {
    String embedding = EGNN + "embedding.weight";
    refused(
        changed(embedding, Tensor.float32(new float[5], 5)),
        "'" + embedding + "' is no matrix of numbers");
    refused(
        changed(embedding, Tensor.float32(new float[15], 5, 3)),
        "'" + embedding + "' is F32[5, 3] where F32[5, 4] belongs");
    refused(
        changed("flow.transformations.0.x_log_s", Tensor.float32(new float[1], 1)),
        "'flow.transformations.0.x_log_s' is F32[1] where F32[1, 1] belongs");
    refused(
        changed("flow.transformations.0.x_log_s", Tensor.float64(new double[1], 1, 1)),
        "'flow.transformations.0.x_log_s' is F64[1, 1]");
    refused(
        changed(embedding, Tensor.float32(new float[0], 1L << 40, 0)),
        "'" + embedding + "' is no matrix of numbers");
  }

  @Test
  public void valuesThatNoReleasedModelHasAreRefused() throws IOException {
    refused(
        changed("flow.transformations.0.h_t", Tensor.float32(new float[] {1, 0, Float.NaN}, 1, 3)),
        "'flow.transformations.0.h_t' has a NaN");
    refused(
        changed("flow.transformations.0.initialized", Tensor.float32(new float[1])),
        "never saw data");
    refused(
        changed("flow.transformations.1.int_time", Tensor.float32(new float[] {0, 2}, 2)),
        "must be [0.0, 1.0], not [0.0, 2.0]");
  }

  @Test
  public void modelFileIsNoFileOfWeights() throws IOException {
    EnfModelFile.write(model(TWO_TYPES), file("w.safetensors"));
    IOException refusal = assertThrows(IOException.class, () -> read(file("w.safetensors")));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("is missing"));
  }

  /** The exported tensors with one of them changed, added or, with null, left out. */
  private SafetensorsFile changed(String name, Tensor tensor) throws IOException {
    ReferenceWeights.write(model(TWO_TYPES), file("w.safetensors"));
    SafetensorsFile original = SafetensorsReader.read(file("w.safetensors"));
    SafetensorsFile.Builder copy = SafetensorsFile.builder("w.safetensors");
    original.metadata().forEach(copy::metadata);
    original
        .tensors()
        .forEach(
            (key, value) -> {
              if (!key.equals(name)) {
                copy.tensor(key, value);
              }
            });
    if (tensor != null) {
      copy.tensor(name, tensor);
    }
    return copy.build();
  }

  private void refused(SafetensorsFile weights, String reason) throws IOException {
    Path path = file("changed.safetensors");
    SafetensorsWriter.write(weights, path);
    IOException refusal = assertThrows(IOException.class, () -> read(path));
    assertTrue(refusal.getMessage(), refusal.getMessage().startsWith(path.toString()));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }

  private static Path published() {
    Path path = TestPaths.shared().resolve("weights").resolve("en_flows_pretrained.safetensors");
    assumeTrue(path + " is missing", Files.exists(path));
    return path;
  }

  @Test
  public void publishedWeightsBecomeAModelOfQm9() throws IOException {
    EnfModel model = read(published());
    assertEquals(EnfSettings.paper(AtomTypes.QM9, 6, 64), model.settings());
    int unusedTimeOutput = 64 + 1;
    assertEquals(
        176_474,
        model.settings().dynamicsParameters()
            + model.settings().actNormParameters()
            + unusedTimeOutput);
    assertEquals(117_708, model.settings().dequantizerParameters());
    double positionScale = model.parameters()[model.settings().dynamicsParameters()];
    assertEquals(0.82, positionScale, 0.005);
    Provenance.Imported from = (Provenance.Imported) model.provenance();
    assertTrue(from.source(), from.source().contains("vgsatorras/en_flows"));
  }

  @Test
  public void sizesOfQm9AreThoseOfTheTrainingSet() throws IOException {
    SizeDistribution sizes = read(published()).sizes();
    assertEquals(100_000, sizes.counts().values().stream().mapToLong(Long::longValue).sum());
    assertEquals(Long.valueOf(25), sizes.counts().get(29));
    assertEquals(Long.valueOf(266), sizes.counts().get(27));
    double entropy =
        sizes.counts().keySet().stream()
            .mapToDouble(
                atoms -> -Math.exp(sizes.logProbability(atoms)) * sizes.logProbability(atoms))
            .sum();
    assertEquals(2.4757, entropy, 5e-5);
  }

  @Test
  public void exportedPublishedWeightsEqualThePublishedOnesButForTheTimeOutput()
      throws IOException {
    ReferenceWeights.write(read(published()), file("w.safetensors"));
    Map<String, Tensor> expected = SafetensorsReader.read(published()).tensors();
    Map<String, Tensor> exported = SafetensorsReader.read(file("w.safetensors")).tensors();
    assertEquals(expected.keySet(), exported.keySet());
    expected.forEach(
        (name, tensor) -> {
          assertArrayEquals(name, tensor.shape(), exported.get(name).shape());
          if (name.startsWith(EGNN + "embedding_out")) {
            int used = tensor.size() / 7 * 6;
            assertArrayEquals(
                name,
                Arrays.copyOf(tensor.toFloats(), used),
                Arrays.copyOf(exported.get(name).toFloats(), used),
                0);
          } else {
            assertEquals(name, tensor, exported.get(name));
          }
        });
  }
}
