package org.enf.knime.learner;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where runs leave what is needed to go on, each in a file of its own.
 *
 * @param path of the folder
 */
record CheckpointFolder(Path path) {
  /**
   * The folder that the user has named, if any.
   *
   * @throws InvalidSettingsException if there is no such folder or it cannot be written to
   */
  static Optional<CheckpointFolder> named(String name) throws InvalidSettingsException {
    if (name.isBlank()) {
      return Optional.empty();
    }
    Path path;
    try {
      path = Path.of(name.strip());
    } catch (InvalidPathException e) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": \"" + name + "\" is not the name of a folder.", e);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": there is no folder " + path + ". Make it, or choose another.");
    }
    if (!Files.isWritable(path)) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": " + path + " cannot be written to. Choose another.");
    }
    return Optional.of(new CheckpointFolder(path));
  }

  /** The file of a run. */
  CheckpointFile file(RunIdentity run) {
    return new CheckpointFile(path, run);
  }
}
