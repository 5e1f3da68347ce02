package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * A training run at rest without a model around it: its state, from which it goes on bit for bit,
 * and what the one who trains noted beside. Who reads it has to know the settings.
 *
 * @param notes in words, by name
 * @param numbers noted, by name; NaN is a number here
 * @param state the state of the training
 */
public record BareCheckpoint(
    Map<String, String> notes, Map<String, double[]> numbers, TrainingState state) {
  private static final String KIND = "unfinished training";
  private static final String NOTE = "enf.note.";
  private static final String NUMBERS = "note.";

  /** Takes the arrays over. */
  public BareCheckpoint {
    notes = Map.copyOf(notes);
    numbers = Map.copyOf(numbers);
  }

  /**
   * Writes this checkpoint to a temporary file and renames it.
   *
   * @throws IOException if that fails; a file of that name stays as it was
   */
  public void write(Path path) throws IOException {
    SafetensorsFile.Builder file = SafetensorsFile.builder(path.toString());
    ModelMetadata.putFormat(file);
    file.metadata(ModelMetadata.KIND, KIND);
    new TreeMap<>(notes).forEach((name, text) -> file.metadata(NOTE + name, text));
    new TreeMap<>(numbers)
        .forEach(
            (name, values) -> file.tensor(NUMBERS + name, Tensor.float64(values, values.length)));
    new StateTensors(state.parameters().length).write(state, file);
    SafetensorsWriter.write(file.build(), path);
  }

  /**
   * The notes of a checkpoint, for who has to know them before anything else.
   *
   * @throws ModelFileException if the file is no such checkpoint
   * @throws SafetensorsException if it is damaged
   * @throws IOException if it cannot be read
   */
  public static Map<String, String> notes(Path path) throws IOException {
    return notes(open(path));
  }

  /**
   * Reads a checkpoint.
   *
   * @param parameters how many are trained
   * @param training the settings of the training
   * @throws ModelFileException if the file is no such checkpoint or does not fit the settings
   * @throws SafetensorsException if the file is damaged or a tensor is missing or wrong
   * @throws IOException if it cannot be read
   */
  public static BareCheckpoint read(Path path, int parameters, TrainingSettings training)
      throws IOException {
    SafetensorsFile file = open(path);
    Map<String, double[]> numbers = new TreeMap<>();
    for (Map.Entry<String, Tensor> entry : file.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      if (entry.getKey().startsWith(NUMBERS)) {
        file.require(entry.getKey(), DType.F64, tensor.size());
        numbers.put(entry.getKey().substring(NUMBERS.length()), tensor.toDoubles());
      }
    }
    TrainingState state = new StateTensors(parameters).read(file, training, numbers.size());
    return new BareCheckpoint(notes(file), numbers, state);
  }

  private static SafetensorsFile open(Path path) throws IOException {
    SafetensorsFile file = SafetensorsReader.read(path);
    ModelMetadata.requireFormat(file);
    if (!KIND.equals(file.metadata().get(ModelMetadata.KIND))) {
      throw new ModelFileException(path + " is no checkpoint of an unfinished training", null);
    }
    return file;
  }

  private static Map<String, String> notes(SafetensorsFile file) {
    Map<String, String> notes = new TreeMap<>();
    file.metadata()
        .forEach(
            (key, text) -> {
              if (key.startsWith(NOTE)) {
                notes.put(key.substring(NOTE.length()), text);
              }
            });
    return notes;
  }
}
