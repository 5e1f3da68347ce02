package org.enf.knime.learner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.enf.core.learner.LearnerPlan;
import org.enf.core.model.Checkpoint;
import org.enf.core.model.Provenance;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Where a run leaves what is needed to go on.
 *
 * @param path of the file
 */
record CheckpointFile(Path path) {
  private static final String NAME = "e-nf-learner.checkpoint.enf";

  /**
   * The file in the folder that the user has named, if any.
   *
   * @throws InvalidSettingsException if there is no such folder or it cannot be written to
   */
  static Optional<CheckpointFile> in(String folder) throws InvalidSettingsException {
    if (folder.isBlank()) {
      return Optional.empty();
    }
    Path path;
    try {
      path = Path.of(folder.strip());
    } catch (InvalidPathException e) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": \"" + folder + "\" is not the name of a folder.", e);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": there is no folder " + path + ". Make it, or choose another.");
    }
    if (!Files.isWritable(path)) {
      throw new InvalidSettingsException(
          "\"Checkpoint folder\": " + path + " cannot be written to. Choose another.");
    }
    return Optional.of(new CheckpointFile(path.resolve(NAME)));
  }

  /**
   * The checkpoint, if there is one.
   *
   * @throws KNIMEException if the file is none
   */
  Optional<Checkpoint> read() throws KNIMEException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Checkpoint.read(path));
    } catch (IOException e) {
      throw new KNIMEException(
          "The checkpoint "
              + path
              + " cannot be read: "
              + e.getMessage()
              + ". Delete it, or choose to start anew.",
          e);
    }
  }

  /** Why a run by this plan cannot go on from a checkpoint; nothing if it can. */
  static Optional<String> difference(Checkpoint checkpoint, LearnerPlan plan) {
    Provenance.Trained before = checkpoint.trained();
    if (!before.dataFingerprint().equals(plan.data().fingerprint())) {
      return Optional.of("it was trained on other molecules");
    }
    if (!checkpoint.model().settings().equals(plan.model())) {
      return Optional.of("its model has another architecture");
    }
    return before.training().equals(plan.training())
        ? Optional.empty()
        : Optional.of("it was trained by other settings");
  }

  /**
   * Requires that a run by this plan can go on from a checkpoint.
   *
   * @throws KNIMEException if data or settings are others
   */
  void requireSame(Checkpoint checkpoint, LearnerPlan plan) throws KNIMEException {
    Optional<String> difference = difference(checkpoint, plan);
    if (difference.isPresent()) {
      throw new KNIMEException(
          "Training cannot go on from the checkpoint "
              + path
              + ": "
              + difference.get()
              + ". Go back to what was set before, choose to finish with it or to start anew, or"
              + " name another folder.");
    }
  }

  /**
   * Writes a checkpoint.
   *
   * @throws KNIMEException if that fails
   */
  void write(Checkpoint checkpoint) throws KNIMEException {
    try {
      checkpoint.write(path);
    } catch (IOException e) {
      throw new KNIMEException("The checkpoint cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Takes the file away, if it is there.
   *
   * @throws KNIMEException if that fails
   */
  void delete() throws KNIMEException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new KNIMEException("The checkpoint cannot be deleted: " + e.getMessage(), e);
    }
  }
}
