package org.enf.core.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsException;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.SafetensorsReader;
import org.enf.core.model.safetensors.SafetensorsWriter;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.training.AdamW;
import org.enf.core.training.GradientClipping;
import org.enf.core.training.TrainingState;

/**
 * A training run at rest: a model and all that its training needs to go on bit for bit. Its file is
 * a model file in double precision with the optimiser's tensors beside the parameters.
 *
 * @param model the model as it stands
 * @param state the state of its training
 */
public record Checkpoint(EnfModel model, TrainingState state) {
  static final String POSITION = "enf.checkpoint.position";
  private static final String FIRST_MOMENT = "adam.first_moment.";
  private static final String SECOND_MOMENT = "adam.second_moment.";
  private static final String LARGEST_SECOND_MOMENT = "adam.largest_second_moment.";
  private static final String ADAM_STEPS = "adam.steps";
  private static final String CLIPPING_NORMS = "clipping.norms";
  private static final String SMOOTHED_NLL = "training.smoothed_nll";

  /** Steps of the optimiser, norms and loss. */
  private static final int OTHER_TENSORS = 3;

  private static final long MOST_STEPS = 1L << 53;

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
    ParameterTensors tensors = new ParameterTensors(settings);
    AdamW adam = state.optimiser();
    tensors.write("", state.parameters(), DType.F64, file);
    tensors.write(FIRST_MOMENT, adam.firstMoment(), DType.F64, file);
    tensors.write(SECOND_MOMENT, adam.secondMoment(), DType.F64, file);
    tensors.write(LARGEST_SECOND_MOMENT, adam.largestSecondMoment(), DType.F64, file);
    file.tensor(ADAM_STEPS, Tensor.int64(new long[] {adam.steps()}, 1));
    double[] norms = state.clipping().norms();
    file.tensor(CLIPPING_NORMS, Tensor.float64(norms, norms.length));
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
    ModelMetadata.requireFormat(file);
    if (!file.metadata().containsKey(POSITION)) {
      throw new ModelFileException(
          path + " is a model without the state of its training; name its checkpoint", null);
    }
    return of(file);
  }

  static Checkpoint of(SafetensorsFile file) throws IOException {
    EnfSettings settings = ModelMetadata.settings(file);
    TrainingState.Position position =
        ModelMetadata.get(file, POSITION, new TypeReference<TrainingState.Position>() {});
    ParameterTensors tensors = new ParameterTensors(settings);
    if (file.tensors().size() != 4 * tensors.count() + OTHER_TENSORS) {
      throw new ModelFileException(
          file.origin() + ": some tensors do not belong to the checkpoint of this model", null);
    }
    double[] parameters = tensors.read("", DType.F64, file);
    long steps = file.require(ADAM_STEPS, DType.I64, 1).toLongs()[0];
    if (steps < 0 || steps > position.step() || position.step() > MOST_STEPS) {
      throw new ModelFileException(
          file.origin() + ": " + steps + " of " + position.step() + " steps cannot be", null);
    }
    AdamW adam =
        new AdamW(
            tensors.read(FIRST_MOMENT, DType.F64, file),
            squares(tensors, SECOND_MOMENT, file),
            squares(tensors, LARGEST_SECOND_MOMENT, file),
            steps);
    GradientClipping clipping = new GradientClipping(norms(file));
    double smoothed = file.require(SMOOTHED_NLL, DType.F64, 1).toDoubles()[0];
    TrainingState state =
        new TrainingState(settings, parameters, adam, clipping, position, smoothed);
    EnfModel model =
        new EnfModel(
            settings,
            ModelMetadata.sizes(file),
            parameters.clone(),
            ModelMetadata.provenance(file));
    return new Checkpoint(model, state);
  }

  private static double[] squares(ParameterTensors tensors, String prefix, SafetensorsFile file)
      throws IOException {
    double[] values = tensors.read(prefix, DType.F64, file);
    for (double value : values) {
      if (value < 0) {
        throw new ModelFileException(
            file.origin() + ": " + prefix + "* holds means of squares, not " + value, null);
      }
    }
    return values;
  }

  private static double[] norms(SafetensorsFile file) throws IOException {
    Tensor norms = file.require(CLIPPING_NORMS);
    if (norms.dtype() != DType.F64
        || norms.size() < 1
        || norms.size() > GradientClipping.MEMORY
        || norms.firstNonFinite().isPresent()) {
      throw new ModelFileException(
          file.origin()
              + ": "
              + CLIPPING_NORMS
              + " must be 1 to "
              + GradientClipping.MEMORY
              + " finite numbers of type F64, not "
              + norms,
          null);
    }
    double[] values = norms.toDoubles();
    for (double value : values) {
      if (value < 0) {
        throw new ModelFileException(
            file.origin() + ": " + CLIPPING_NORMS + " holds lengths, not " + value, null);
      }
    }
    return values;
  }
}
