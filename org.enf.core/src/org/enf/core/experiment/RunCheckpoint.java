package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.enf.core.model.BareCheckpoint;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * Where a run leaves its training when it ends early, so that it goes on from there.
 *
 * @param path of the file
 * @param settings all that the run's figures depend on, in words
 * @param data the fingerprint of its training samples
 */
record RunCheckpoint(Path path, String settings, String data) {
  private static final String SETTINGS = "settings";
  private static final String DATA = "data";
  private static final String CURVE = "curve";
  private static final String SINCE = "since";

  /**
   * The settings of the run that left a file.
   *
   * @throws IOException if it cannot be read or is no such file
   */
  static String settings(Path path) throws IOException {
    return BareCheckpoint.notes(path).getOrDefault(SETTINGS, "");
  }

  /**
   * Leaves a training.
   *
   * @throws IOException if it cannot be written
   */
  void save(TrainingState state, CurveRecorder curve) throws IOException {
    new BareCheckpoint(
            Map.of(SETTINGS, settings, DATA, data),
            Map.of(CURVE, curve.numbers(), SINCE, curve.since()),
            state)
        .write(path);
  }

  /**
   * What an earlier run left, if it did; its validations become those of the recorder.
   *
   * @param parameters how many are trained
   * @throws IOException if it cannot be read, or was left by a run with other settings or samples
   */
  Optional<TrainingState> restore(int parameters, TrainingSettings training, CurveRecorder curve)
      throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Map<String, String> notes = BareCheckpoint.notes(path);
    require(notes, SETTINGS, settings, "it was left by a run with other settings");
    require(notes, DATA, data, "it was left by a run on other samples");
    BareCheckpoint left = BareCheckpoint.read(path, parameters, training);
    try {
      curve.restore(numbers(left, CURVE), numbers(left, SINCE));
    } catch (IllegalArgumentException e) {
      throw new IOException(path + ": its validations cannot be read; remove the file", e);
    }
    return Optional.of(left.state());
  }

  private void require(Map<String, String> notes, String name, String value, String problem)
      throws IOException {
    if (!value.equals(notes.get(name))) {
      throw new IOException(path + ": " + problem + "; choose another folder, or remove the file");
    }
  }

  private static double[] numbers(BareCheckpoint left, String name) {
    return left.numbers().getOrDefault(name, new double[0]);
  }
}
