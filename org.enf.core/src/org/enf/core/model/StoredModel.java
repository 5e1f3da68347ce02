package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;

/** A trained model that stands in a file: of molecules, or of positions alone. */
public sealed interface StoredModel permits EnfModel, PositionModel {
  /** Where it comes from. */
  Provenance provenance();

  /**
   * Writes it to a temporary file and renames that.
   *
   * @throws IOException if that fails; a file of that name stays as it was
   */
  void write(Path path) throws IOException;

  /**
   * Reads a model of either kind.
   *
   * @throws ModelFileException if the file is no model of this format
   * @throws SafetensorsException if the file is damaged or a tensor is missing or wrong
   * @throws IOException if it cannot be read
   */
  static StoredModel read(Path path) throws IOException {
    SafetensorsFile file = SafetensorsReader.read(path);
    return PositionModelFile.isOne(file)
        ? PositionModelFile.ofFile(file)
        : EnfModelFile.ofFile(file);
  }
}
