package org.enf.core.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.enf.core.egnn.EgnnSettings;
import org.enf.core.egnn.GnnSettings;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.Orientation;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Models of positions and their files. */
public class PositionModelTest {
  private static final EgnnSettings NETWORK = EgnnSettings.dynamics(2, 0, 1, 4);
  private static final Provenance PROVENANCE = ModelFiles.model().provenance();

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path file() {
    return temporary.getRoot().toPath().resolve("p.enf");
  }

  private static PositionModel model(NetworkSettings network) {
    double[] parameters = ParameterLayout.of(network).initialise(new SplittableRandom(1));
    for (int k = 0; k < parameters.length; k++) {
      // files are in single precision
      parameters[k] = (float) parameters[k];
    }
    return new PositionModel(network, Orientation.TO_LATENT, 4, parameters, PROVENANCE);
  }

  @Test
  public void whatIsWrittenIsRead() throws IOException {
    for (NetworkSettings network :
        new NetworkSettings[] {NETWORK, GnnSettings.dynamics(3, 0, 2, 4, true)}) {
      PositionModel model = model(network);
      model.write(file());
      PositionModel read = (PositionModel) StoredModel.read(file());
      assertEquals(network, read.network());
      assertEquals(4, read.particles());
      assertEquals(PROVENANCE, read.provenance());
      assertArrayEquals(model.parameters(), read.parameters(), 0);
    }
  }

  @Test
  public void modelOfMoleculesIsReadAsSuch() throws IOException {
    ModelFiles.model().write(file());
    assertTrue(StoredModel.read(file()) instanceof EnfModel);
  }

  @Test
  public void readersOfMoleculesSayWhatItIs() throws IOException {
    model(NETWORK).write(file());
    for (var message :
        new String[] {
          assertThrows(ModelFileException.class, () -> EnfModelFile.read(file())).getMessage(),
          assertThrows(ModelFileException.class, () -> Checkpoint.read(file())).getMessage()
        }) {
      assertTrue(message, message.contains("model of positions (4 particles in 2 dimensions"));
    }
  }

  @Test
  public void damagedFilesAreRefused() throws IOException {
    String description = "{\"network\":%s,\"particles\":%s}";
    String network = ModelJson.of(NETWORK).toString();
    assertRefused("particles must be 1 to 1000, not 0", String.format(description, network, "0"));
    assertRefused("particles must be 1 to 1000", String.format(description, network, "2147483647"));
    assertRefused("enf.positions cannot be read", String.format(description, network, "\"many\""));
    assertRefused(
        "layers must be 1 to 100",
        String.format(description, network.replace("\"layers\":1", "\"layers\":0"), "4"));
    assertRefused(
        "dynamics.",
        String.format(description, network.replace("\"layers\":1", "\"layers\":2"), "4"));
    assertRefused(
        "it belongs to another kind of model",
        String.format(
            description,
            network
                .replace("\"inputFeatures\":0", "\"inputFeatures\":1")
                .replace("\"outputFeatures\":0", "\"outputFeatures\":1"),
            "4"));
  }

  private void assertRefused(String expected, String description) throws IOException {
    model(NETWORK).write(file());
    SafetensorsFile before = SafetensorsReader.read(file());
    SafetensorsFile.Builder after = SafetensorsFile.builder("p.enf");
    before
        .metadata()
        .forEach(
            (key, value) -> after.metadata(key, key.equals("enf.positions") ? description : value));
    for (var tensor : before.tensors().entrySet()) {
      after.tensor(tensor.getKey(), tensor.getValue());
    }
    SafetensorsWriter.write(after.build(), file());
    String message = assertThrows(IOException.class, () -> StoredModel.read(file())).getMessage();
    assertTrue(message, message.contains(expected));
  }

  @Test
  public void furtherTensorsAreRefused() throws IOException {
    model(NETWORK).write(file());
    SafetensorsFile before = SafetensorsReader.read(file());
    SafetensorsFile.Builder after = SafetensorsFile.builder("p.enf");
    before.metadata().forEach(after::metadata);
    before.tensors().forEach(after::tensor);
    after.tensor("more", Tensor.float32(new float[1], 1));
    SafetensorsWriter.write(after.build(), file());
    String message =
        assertThrows(ModelFileException.class, () -> StoredModel.read(file())).getMessage();
    assertTrue(message, message.contains("1 tensors do not belong"));
  }

  @Test
  public void partsThatDoNotFitAreRefused() {
    double[] parameters = model(NETWORK).parameters();
    assertThrows(
        IllegalArgumentException.class,
        () -> new PositionModel(NETWORK, Orientation.TO_LATENT, 0, parameters, PROVENANCE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PositionModel(NETWORK, Orientation.TO_LATENT, 4, new double[3], PROVENANCE));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PositionModel(
                EgnnSettings.dynamics(2, 1, 1, 4),
                Orientation.TO_LATENT,
                4,
                parameters,
                PROVENANCE));
  }
}
