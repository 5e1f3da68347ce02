package org.enf.core.model.safetensors;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.Test;

/** Reads the weights of the authors' released QM9 model (6 layers, 64 features), if at hand. */
public class PretrainedWeightsTest {
  private static final Path WEIGHTS =
      Path.of("shared", "weights", "en_flows_pretrained.safetensors");

  /** Tensors of the flow that are no parameters: the actnorm's flag and two integration spans. */
  private static final Set<String> FLOW_CONSTANTS =
      Set.of(
          "flow.transformations.0.initialized",
          "flow.transformations.1.int_time",
          "flow.transformations.1.inv_int_time");

  private static SafetensorsFile weights;

  @BeforeClass
  public static void readWeights() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(WEIGHTS))) {
      folder = folder.getParent();
    }
    assumeTrue(WEIGHTS + " is in no folder above this one", folder != null);
    weights = SafetensorsReader.read(folder.resolve(WEIGHTS));
  }

  @Test
  public void theParametersAreAsManyAsPublished() {
    assertEquals(176_474, parameters("flow."));
    assertEquals(117_708, parameters("dequantizer."));
  }

  private static long parameters(String prefix) {
    return weights.tensors().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .filter(entry -> !FLOW_CONSTANTS.contains(entry.getKey()))
        .mapToLong(entry -> entry.getValue().size())
        .sum();
  }

  @Test
  public void theArchitectureIsInMetadataAndShapes() throws SafetensorsException {
    assertEquals("6", weights.requireMetadata("layers"));
    assertEquals("64", weights.requireMetadata("hidden_nf"));
    String egnn = "flow.transformations.1.odefunc.dynamics.egnn.";
    weights.require(egnn + "embedding.weight", DType.F32, 64, 7);
    weights.require(egnn + "gcl_5.edge_mlp.0.weight", DType.F32, 64, 130);
    weights.require("flow.transformations.0.initialized", DType.F32);
    assertArrayEquals(
        new float[] {0, 1}, weights.require("flow.transformations.1.int_time").toFloats(), 0);
  }

  @Test
  public void everyWeightIsFinite() throws SafetensorsException {
    weights.requireFinite(weights.tensors().keySet());
  }

  @Test
  public void writingItAgainKeepsEveryBit() throws IOException {
    SafetensorsFile again = SafetensorsReader.read(HandMadeFile.bytesOf(weights), "copy");
    assertEquals(weights.tensors(), again.tensors());
    assertEquals(weights.metadata(), again.metadata());
  }
}
