package org.enf.core.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.enf.core.model.BareCheckpoint;
import org.enf.core.model.ModelFileException;
import org.enf.core.model.ModelJson;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * Where a run leaves its training, so that it goes on from there if it ends early.
 *
 * @param path of the file
 * @param settings all that the run's figures depend on, in words
 * @param data the fingerprints of its samples
 */
record RunCheckpoint(Path path, String settings, String data) {
  private static final String SETTINGS = "settings";
  private static final String TRAINING = "training";
  private static final String DATA = "data";
  private static final String CURVE = "curve";
  private static final String SINCE = "since";
  private static final String GONE = "gone";

  /**
   * What an earlier run left.
   *
   * @param state of its training
   * @param gone how much of a time limit it took
   */
  record Left(TrainingState state, Duration gone) {}

  /**
   * The settings of the run that left a file.
   *
   * @throws IOException if it cannot be read or is no such file
   */
  static String settingsIn(Path path) throws IOException {
    try {
      return BareCheckpoint.notes(path).getOrDefault(SETTINGS, "none");
    } catch (ModelFileException | SafetensorsException e) {
      throw unreadable(e);
    }
  }

  /**
   * Leaves a training.
   *
   * @param curve its validations
   * @throws IOException if the file cannot be written
   */
  void save(TrainingSettings training, Left left, CurveRecorder curve) throws IOException {
    new BareCheckpoint(
            Map.of(SETTINGS, settings, DATA, data, TRAINING, words(training)),
            Map.of(
                CURVE,
                curve.numbers(),
                SINCE,
                curve.since(),
                GONE,
                new double[] {left.gone().toNanos()}),
            left.state())
        .write(path);
  }

  private static String words(TrainingSettings training) {
    return ModelJson.of(training).toString();
  }

  /**
   * What an earlier run left, if it did.
   *
   * @param parameters how many are trained
   * @param curve takes up the validations of that run
   * @throws IOException if the file cannot be read, or was left by a run with other settings or
   *     samples
   */
  Optional<Left> restore(int parameters, TrainingSettings training, CurveRecorder curve)
      throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      BareCheckpoint left = BareCheckpoint.read(path, parameters, training);
      require(left, SETTINGS, settings, "by a run with other settings");
      require(left, TRAINING, words(training), "by another version of this program");
      require(left, DATA, data, "by a run on other samples");
      double[] gone = numbers(left, GONE);
      if (gone.length != 1 || !(gone[0] >= 0)) {
        throw new IllegalArgumentException("there is no time in it");
      }
      curve.restore(numbers(left, CURVE), numbers(left, SINCE));
      return Optional.of(new Left(left.state(), Duration.ofNanos((long) gone[0])));
    } catch (ModelFileException | SafetensorsException e) {
      throw unreadable(e);
    } catch (IllegalArgumentException e) {
      throw unreadable(new IOException(path + ": " + e.getMessage(), e));
    }
  }

  private static IOException unreadable(IOException e) {
    return new IOException(e.getMessage() + " (remove the file to begin its run anew)", e);
  }

  private void require(BareCheckpoint left, String name, String value, String whose)
      throws IOException {
    if (!value.equals(left.notes().get(name))) {
      throw new IOException(
          path
              + ": it was left "
              + whose
              + "; choose another folder, or remove the file to begin the run anew");
    }
  }

  private static double[] numbers(BareCheckpoint left, String name) {
    double[] numbers = left.numbers().get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("the numbers '" + name + "' are missing");
    }
    return numbers;
  }
}
