package org.enf.core.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.ode.FirstStep;
import org.enf.core.training.BestWeights;
import org.enf.core.training.ModelSelection;
import org.enf.core.training.Optimiser;
import org.enf.core.training.SelectionSettings.Keep;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;
import org.enf.core.training.WeightAverage;

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
  static final String POSITION = "enf.checkpoint.position";
  private static final String SELECTION = "enf.checkpoint.selection";
  private static final String BEST = "enf.checkpoint.best";
  private static final String FIRST_STEP = "enf.checkpoint.first_step";
  private static final String AVERAGE_WEIGHTS = "average.";
  private static final String BEST_WEIGHTS = "best.";
  private static final String SMOOTHED_NLL = "training.smoothed_nll";
  private static final long MOST_STEPS = 1L << 53;

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

  /** {@link ModelSelection} without its weights. */
  private record Selection(int validatedEpochs, int withoutBest) {}

  /** {@link BestWeights} without its weights. */
  private record Best(double nll, long step) {}

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
    ModelMetadata.put(file, POSITION, state.position());
    ModelMetadata.put(file, FIRST_STEP, state.firstStep());
    ModelSelection selection = state.selection();
    ModelMetadata.put(
        file, SELECTION, new Selection(selection.validatedEpochs(), selection.withoutBest()));
    ParameterTensors tensors = new ParameterTensors(settings);
    tensors.write("", state.parameters(), DType.F64, file);
    state
        .average()
        .ifPresent(average -> tensors.write(AVERAGE_WEIGHTS, average.values(), DType.F64, file));
    selection
        .best()
        .ifPresent(
            best -> {
              ModelMetadata.put(file, BEST, new Best(best.nll(), best.step()));
              tensors.write(BEST_WEIGHTS, best.weights(), DType.F64, file);
            });
    OptimiserTensors.write(state, tensors, file);
    file.tensor(SMOOTHED_NLL, Tensor.float64(new double[] {state.smoothedNll()}, 1));
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
    if (!file.metadata().containsKey(POSITION)) {
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
    ParameterTensors tensors = new ParameterTensors(settings);
    TrainingState state = state(file, tensors, training);
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

  private static TrainingState state(
      SafetensorsFile file, ParameterTensors tensors, TrainingSettings training)
      throws IOException {
    TrainingState.Position position =
        ModelMetadata.get(file, POSITION, new TypeReference<TrainingState.Position>() {});
    boolean averages = training.selection().averages();
    boolean hasBest = file.metadata().containsKey(BEST);
    int sets = 1 + (averages ? 1 : 0) + (hasBest ? 1 : 0);
    int others = OptimiserTensors.count(tensors, training) + 1;
    if (file.tensors().size() != sets * tensors.count() + others) {
      throw new ModelFileException(
          file.origin() + ": some tensors do not belong to the checkpoint of this model", null);
    }
    double[] parameters = tensors.read("", DType.F64, file);
    Optimiser optimiser = OptimiserTensors.optimiser(file, tensors, training.optimiser());
    if (optimiser.steps() > position.step() || position.step() > MOST_STEPS) {
      throw new ModelFileException(
          file.origin() + ": " + optimiser.steps() + " of " + position.step() + " steps cannot be",
          null);
    }
    Optional<WeightAverage> average =
        averages
            ? Optional.of(
                new WeightAverage(
                    training.selection().averageDecay(),
                    tensors.read(AVERAGE_WEIGHTS, DType.F64, file)))
            : Optional.empty();
    return new TrainingState(
        parameters,
        average,
        optimiser,
        OptimiserTensors.clipping(file, training.clipping().rule()),
        selection(file, tensors, position),
        position,
        file.require(SMOOTHED_NLL, DType.F64, 1).toDoubles()[0],
        firstStep(file));
  }

  /** Former checkpoints do not know it. */
  private static double firstStep(SafetensorsFile file) throws IOException {
    if (!file.metadata().containsKey(FIRST_STEP)) {
      return 0;
    }
    double length = ModelMetadata.get(file, FIRST_STEP, new TypeReference<Double>() {});
    try {
      return new FirstStep(length).length();
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": " + FIRST_STEP + " does not fit: " + e.getMessage(), e);
    }
  }

  /** Checkpoints that were written before there was any selection say nothing of it. */
  private static ModelSelection selection(
      SafetensorsFile file, ParameterTensors tensors, TrainingState.Position position)
      throws IOException {
    if (!file.metadata().containsKey(SELECTION)) {
      return ModelSelection.START;
    }
    Selection said = ModelMetadata.get(file, SELECTION, new TypeReference<Selection>() {});
    Optional<BestWeights> best = Optional.empty();
    try {
      if (file.metadata().containsKey(BEST)) {
        Best value = ModelMetadata.get(file, BEST, new TypeReference<Best>() {});
        double[] weights = tensors.read(BEST_WEIGHTS, DType.F64, file);
        best = Optional.of(new BestWeights(weights, value.nll(), value.step()));
      }
      ModelSelection selection =
          new ModelSelection(said.validatedEpochs(), said.withoutBest(), best);
      if (selection.validatedEpochs() > position.epoch()
          || best.isPresent() && best.get().step() > position.step()) {
        throw new IllegalArgumentException("a validation cannot be ahead of the training");
      }
      return selection;
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          file.origin() + ": " + SELECTION + " does not fit: " + e.getMessage(), e);
    }
  }
}
