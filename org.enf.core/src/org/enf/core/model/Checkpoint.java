package org.enf.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.training.BestWeights;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/**
 * A training run at rest: a model and all that its training needs to go on bit for bit. Its file is
 * a model file in double precision with the tensors of the optimiser, of the average and of the
 * best weights beside the parameters.
 *
 * @param model what a model of this moment is; when read from a file, its weights are those of the
 *     best validation, the average, or the parameters, as the settings say
 * @param state the state of its training
 */
public record Checkpoint(EnfModel model, TrainingState state) {
  /**
   * Checks that the model was trained by this library.
   *
   * @throws IllegalArgumentException if not
   */
  public Checkpoint {
    if (model.provenance().trained().isEmpty()) {
      throw new IllegalArgumentException("the training of an imported model is not known");
    }
  }

  /** How the model has been trained so far. */
  public Provenance.Trained trained() {
    return model.provenance().trained().orElseThrow();
  }

  /**
   * Writes this checkpoint to a temporary file and renames it.
   *
   * @throws IOException if that fails; a file of that name stays as it was
   */
  public void write(Path path) throws IOException {
    EnfSettings settings = model.settings();
    SafetensorsFile.Builder file = SafetensorsFile.builder(path.toString());
    ModelMetadata.write(settings, model.sizes(), model.provenance(), file);
    new StateTensors(new ParameterTensors(settings)).write(state, file);
    SafetensorsWriter.write(file.build(), path);
  }

  /**
   * Reads a checkpoint.
   *
   * @throws ModelFileException if the file is a model without checkpoint, or no model at all
   * @throws SafetensorsException if the file is damaged or a tensor is missing or wrong
   * @throws IOException if it cannot be read
   */
  public static Checkpoint read(Path path) throws IOException {
    SafetensorsFile file = SafetensorsReader.read(path);
    ModelMetadata.requireMolecules(file);
    if (!file.metadata().containsKey(StateTensors.POSITION)) {
      throw new ModelFileException(
          path + " is a model without the state of its training; name its checkpoint", null);
    }
    return of(file);
  }

  static Checkpoint of(SafetensorsFile file) throws IOException {
    EnfSettings settings = ModelMetadata.settings(file);
    Provenance provenance = ModelMetadata.provenance(file);
    TrainingSettings training =
        provenance
            .trained()
            .orElseThrow(
                () ->
                    new ModelFileException(
                        file.origin() + ": a checkpoint says how its model is trained", null))
            .training();
    TrainingState state = new StateTensors(new ParameterTensors(settings)).read(file, training, 0);
    EnfModel model =
        new EnfModel(
            settings,
            ModelMetadata.sizes(file),
            weights(state, training.selection().keep()).clone(),
            provenance);
    return new Checkpoint(model, state);
  }

  private static double[] weights(TrainingState state, Keep keep) {
    Optional<BestWeights> best = state.selection().best();
    return keep == Keep.BEST && best.isPresent() ? best.get().weights() : state.weights();
  }
}
