package org.enf.knime.learner;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.enf.core.model.Checkpoint;
import org.enf.core.text.Words;
import org.knime.core.node.KNIMEException;

/**
 * Where a run leaves what is needed to go on. Its name tells the run, so that others in the same
 * folder have others.
 *
 * @param folder where it is
 * @param run whose file it is
 */
record CheckpointFile(Path folder, RunIdentity run) {
  private static final String PREFIX = "e-nf-learner-";
  private static final String SUFFIX = ".checkpoint.enf";

  /** The file. */
  Path path() {
    return folder.resolve(PREFIX + run.code() + SUFFIX);
  }

  /**
   * The checkpoint, if there is one.
   *
   * @throws KNIMEException if the file is none, or that of another run under this name
   */
  Optional<Checkpoint> read() throws KNIMEException {
    if (!Files.exists(path())) {
      return Optional.empty();
    }
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.read(path());
    } catch (IOException e) {
      throw new KNIMEException(
          "The checkpoint "
              + path()
              + " cannot be read: "
              + e.getMessage()
              + ". Delete it, or choose to start anew.",
          e);
    }
    if (!RunIdentity.of(checkpoint).equals(run)) {
      throw new KNIMEException(
          "The checkpoint "
              + path()
              + " is not of this run, though its name says so. Delete it, or choose to start"
              + " anew.");
    }
    return Optional.of(checkpoint);
  }

  /**
   * What to tell where there is no checkpoint of this run but there are some of others.
   *
   * @throws KNIMEException if the folder cannot be read
   */
  Optional<String> others() throws KNIMEException {
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        count += file.equals(path()) ? 0 : 1;
      }
    } catch (IOException e) {
      throw new KNIMEException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            "Training began anew: the folder "
                + folder
                + " has "
                + Words.count(count, "checkpoint")
                + " of other runs, but none with these molecules, this network, this start and"
                + " these settings of the training.");
  }

  /**
   * Writes a checkpoint.
   *
   * @throws KNIMEException if that fails
   */
  void write(Checkpoint checkpoint) throws KNIMEException {
    try {
      checkpoint.write(path());
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
      Files.deleteIfExists(path());
    } catch (IOException e) {
      throw new KNIMEException("The checkpoint cannot be deleted: " + e.getMessage(), e);
    }
  }
}
