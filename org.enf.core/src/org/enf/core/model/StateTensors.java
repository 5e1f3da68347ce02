package org.enf.core.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Optional;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.ode.FirstStep;
import org.enf.core.training.BestWeights;
import org.enf.core.training.ModelSelection;
import org.enf.core.training.Optimiser;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;
import org.enf.core.training.WeightAverage;

/**
 * The state of a training as a part of a file: parameters, optimiser, average and best weights as
 * tensors in double precision, the rest as metadata. What is read goes on bit for bit.
 */
final class StateTensors {
  static final String POSITION = "enf.checkpoint.position";
  private static final String SELECTION = "enf.checkpoint.selection";
  private static final String BEST = "enf.checkpoint.best";
  private static final String FIRST_STEP = "enf.checkpoint.first_step";
  private static final String AVERAGE_WEIGHTS = "average.";
  private static final String BEST_WEIGHTS = "best.";
  private static final String SMOOTHED_NLL = "training.smoothed_nll";
  private static final long MOST_STEPS = 1L << 53;

  private final StateVectors vectors;

  /** With a tensor for each parameter of a model. */
  StateTensors(ParameterTensors tensors) {
    vectors = new StateVectors.Named(tensors);
  }

  /** For so many parameters, whose names do not matter. */
  StateTensors(int parameters) {
    vectors = new StateVectors.Flat(parameters);
  }

  /** {@link ModelSelection} without its weights. */
  private record Selection(int validatedEpochs, int withoutBest) {}

  /** {@link BestWeights} without its weights. */
  private record Best(double nll, long step) {}

  /** Adds a state to a file. */
  void write(TrainingState state, SafetensorsFile.Builder file) {
    ModelMetadata.put(file, POSITION, state.position());
    ModelMetadata.put(file, FIRST_STEP, state.firstStep());
    ModelSelection selection = state.selection();
    ModelMetadata.put(
        file, SELECTION, new Selection(selection.validatedEpochs(), selection.withoutBest()));
    vectors.write("", state.parameters(), file);
    state.average().ifPresent(average -> vectors.write(AVERAGE_WEIGHTS, average.values(), file));
    selection
        .best()
        .ifPresent(
            best -> {
              ModelMetadata.put(file, BEST, new Best(best.nll(), best.step()));
              vectors.write(BEST_WEIGHTS, best.weights(), file);
            });
    OptimiserTensors.write(state, vectors, file);
    file.tensor(SMOOTHED_NLL, Tensor.float64(new double[] {state.smoothedNll()}, 1));
  }

  /**
   * Reads the state of a training with these settings.
   *
   * @param others the number of tensors in the file that are no part of the state
   * @throws ModelFileException if the metadata cannot be read or do not fit
   * @throws SafetensorsException if a tensor is missing or wrong
   */
  TrainingState read(SafetensorsFile file, TrainingSettings training, int others)
      throws IOException {
    TrainingState.Position position =
        ModelMetadata.get(file, POSITION, new TypeReference<TrainingState.Position>() {});
    requireNoOthers(file, training, others);
    double[] parameters = vectors.read("", file);
    Optimiser optimiser = OptimiserTensors.optimiser(file, vectors, training.optimiser());
    if (optimiser.steps() > position.step() || position.step() > MOST_STEPS) {
      throw new ModelFileException(
          file.origin() + ": " + optimiser.steps() + " of " + position.step() + " steps cannot be",
          null);
    }
    Optional<WeightAverage> average =
        training.selection().averages()
            ? Optional.of(
                new WeightAverage(
                    training.selection().averageDecay(), vectors.read(AVERAGE_WEIGHTS, file)))
            : Optional.empty();
    return new TrainingState(
        parameters,
        average,
        optimiser,
        OptimiserTensors.clipping(file, training.clipping().rule()),
        selection(file, position),
        position,
        file.require(SMOOTHED_NLL, DType.F64, 1).toDoubles()[0],
        firstStep(file));
  }

  private void requireNoOthers(SafetensorsFile file, TrainingSettings training, int others)
      throws ModelFileException {
    boolean hasBest = file.metadata().containsKey(BEST);
    int sets = 1 + (training.selection().averages() ? 1 : 0) + (hasBest ? 1 : 0);
    int expected = sets * vectors.count() + OptimiserTensors.count(vectors, training) + 1 + others;
    if (file.tensors().size() != expected) {
      throw new ModelFileException(
          file.origin() + ": some tensors do not belong to the checkpoint of this training", null);
    }
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
  private ModelSelection selection(SafetensorsFile file, TrainingState.Position position)
      throws IOException {
    if (!file.metadata().containsKey(SELECTION)) {
      return ModelSelection.START;
    }
    Selection said = ModelMetadata.get(file, SELECTION, new TypeReference<Selection>() {});
    Optional<BestWeights> best = Optional.empty();
    try {
      if (file.metadata().containsKey(BEST)) {
        Best value = ModelMetadata.get(file, BEST, new TypeReference<Best>() {});
        double[] weights = vectors.read(BEST_WEIGHTS, file);
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
