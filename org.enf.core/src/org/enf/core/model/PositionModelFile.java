package org.enf.core.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.egnn.NetworkSettings;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.Orientation;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsWriter;

/**
 * Models of positions in {@code .enf} files: the same layout as for molecules, with a kind in the
 * metadata that tells them apart.
 */
final class PositionModelFile {
  static final String POSITIONS = "positions";
  private static final String MODEL = "enf.positions";

  private PositionModelFile() {}

  /** The metadata. */
  private record Description(NetworkSettings network, Orientation orientation, int particles) {}

  static void write(PositionModel model, Path path) throws IOException {
    SafetensorsFile.Builder file = SafetensorsFile.builder(path.toString());
    ModelMetadata.putFormat(file);
    file.metadata(ModelMetadata.KIND, POSITIONS);
    ModelMetadata.put(
        file, MODEL, new Description(model.network(), model.orientation(), model.particles()));
    ModelMetadata.put(file, model.provenance());
    new ParameterTensors(model.network()).write("", model.parameters(), DType.F32, file);
    SafetensorsWriter.write(file.build(), path);
  }

  /** Whether a file says that it is such a model. */
  static boolean isOne(SafetensorsFile file) {
    return POSITIONS.equals(file.metadata().get(ModelMetadata.KIND));
  }

  /**
   * Checks that a file is not such a model.
   *
   * @throws ModelFileException if it is; the message says what is in it
   */
  static void requireMolecules(SafetensorsFile file) throws IOException {
    if (isOne(file)) {
      Description description = description(file);
      throw new ModelFileException(
          file.origin()
              + ": this is a model of positions ("
              + description.particles
              + " particles in "
              + description.network.dimensions()
              + " dimensions, without elements), and a model of molecules is needed; info tells"
              + " more of it",
          null);
    }
  }

  static PositionModel ofFile(SafetensorsFile file) throws IOException {
    ModelMetadata.requireModel(file);
    Description description = description(file);
    try {
      // counting finds networks that are too large for any array
      ParameterLayout.of(description.network);
      ParameterTensors tensors = new ParameterTensors(description.network);
      double[] parameters = tensors.read("", DType.F32, file);
      tensors.requireNoOthers(file);
      return new PositionModel(
          description.network,
          description.orientation,
          description.particles,
          parameters,
          ModelMetadata.provenance(file));
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": " + MODEL + " does not fit: " + e.getMessage(), e);
    }
  }

  private static Description description(SafetensorsFile file)
      throws ModelFileException, SafetensorsException {
    return ModelMetadata.get(
        file, MODEL, new TypeReference<Description>() {}, FormerFiles::completePositions);
  }
}
