package org.enf.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;

/**
 * Reads and writes {@code .enf} model files: safetensors files whose metadata hold JSON documents
 * and whose tensors are the parameters in single precision.
 */
public final class EnfModelFile {
  private EnfModelFile() {}

  /**
   * Writes a model to a temporary file and renames it.
   *
   * @throws IOException if that fails; a file of that name stays as it was
   */
  public static void write(EnfModel model, Path path) throws IOException {
    SafetensorsWriter.write(toFile(model, path.toString()), path);
  }

  /** Writes a model; the stream stays open. */
  public static void write(EnfModel model, OutputStream out) throws IOException {
    SafetensorsWriter.write(toFile(model, "model"), out);
  }

  private static SafetensorsFile toFile(EnfModel model, String origin) {
    SafetensorsFile.Builder file = SafetensorsFile.builder(origin);
    ModelMetadata.write(model.settings(), model.sizes(), model.provenance(), file);
    new ParameterTensors(model.settings()).write("", model.parameters(), DType.F32, file);
    return file.build();
  }

  /**
   * Reads a model.
   *
   * @throws ModelFileException if the file is no model of this format
   * @throws SafetensorsException if the file is damaged or a tensor is missing or wrong
   * @throws IOException if it cannot be read
   */
  public static EnfModel read(Path path) throws IOException {
    return ofFile(SafetensorsReader.read(path));
  }

  /** Reads a model from a stream to its end; see {@link #read(Path)}. */
  public static EnfModel read(InputStream in, String name) throws IOException {
    return ofFile(SafetensorsReader.read(in, name));
  }

  static EnfModel ofFile(SafetensorsFile file) throws IOException {
    ModelMetadata.requireMolecules(file);
    EnfSettings settings = ModelMetadata.settings(file);
    if (file.metadata().containsKey(StateTensors.POSITION)) {
      return Checkpoint.of(file).model();
    }
    ParameterTensors tensors = new ParameterTensors(settings);
    double[] parameters = tensors.read("", DType.F32, file);
    tensors.requireNoOthers(file);
    return new EnfModel(
        settings, ModelMetadata.sizes(file), parameters, ModelMetadata.provenance(file));
  }
}
