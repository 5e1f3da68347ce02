package org.enf.core.model;

import java.io.IOException;
import java.util.Optional;
import org.enf.core.model.safetensors.DType;
import org.enf.core.model.safetensors.SafetensorsFile;
import org.enf.core.model.safetensors.Tensor;
import org.enf.core.training.AdamW;
import org.enf.core.training.ClippingSettings;
import org.enf.core.training.GradientClipping;
import org.enf.core.training.Muon;
import org.enf.core.training.Optimiser;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.OptimiserSettings.Rule;
import org.enf.core.training.TrainingSettings;
import org.enf.core.training.TrainingState;

/** The state of optimiser and clipping as tensors of a checkpoint. */
final class OptimiserTensors {
  private static final String FIRST_MOMENT = "adam.first_moment.";
  private static final String SECOND_MOMENT = "adam.second_moment.";
  private static final String LARGEST_SECOND_MOMENT = "adam.largest_second_moment.";
  private static final String MOMENTUM = "muon.momentum.";
  private static final String STEPS = "adam.steps";
  private static final String NORMS = "clipping.norms";

  private OptimiserTensors() {}

  static void write(TrainingState state, StateVectors vectors, SafetensorsFile.Builder file) {
    AdamW adam = state.optimiser().adam();
    vectors.write(FIRST_MOMENT, adam.firstMoment(), file);
    vectors.write(SECOND_MOMENT, adam.secondMoment(), file);
    if (adam.largestSecondMoment().length > 0) {
      vectors.write(LARGEST_SECOND_MOMENT, adam.largestSecondMoment(), file);
    }
    state.optimiser().muon().ifPresent(muon -> vectors.write(MOMENTUM, muon.momentum(), file));
    file.tensor(STEPS, Tensor.int64(new long[] {adam.steps()}, 1));
    double[] norms = state.clipping().norms();
    if (norms.length > 0) {
      file.tensor(NORMS, Tensor.float64(norms, norms.length));
    }
  }

  /** How many tensors are written with these settings. */
  static int count(StateVectors vectors, TrainingSettings training) {
    OptimiserSettings optimiser = training.optimiser();
    int moments = 2 + (optimiser.amsgrad() ? 1 : 0) + (optimiser.rule() == Rule.MUON ? 1 : 0);
    return moments * vectors.count() + 1 + (training.clipping().rule().memory() > 0 ? 1 : 0);
  }

  static Optimiser optimiser(SafetensorsFile file, StateVectors vectors, OptimiserSettings settings)
      throws IOException {
    long steps = file.require(STEPS, DType.I64, 1).toLongs()[0];
    if (steps < 0) {
      throw new ModelFileException(
          file.origin() + ": " + STEPS + " counts steps, not " + steps, null);
    }
    AdamW adam =
        new AdamW(
            settings,
            vectors.read(FIRST_MOMENT, file),
            squares(vectors, SECOND_MOMENT, file),
            settings.amsgrad() ? squares(vectors, LARGEST_SECOND_MOMENT, file) : new double[0],
            steps);
    return new Optimiser(
        adam,
        settings.rule() == Rule.MUON
            ? Optional.of(new Muon(vectors.read(MOMENTUM, file)))
            : Optional.empty());
  }

  private static double[] squares(StateVectors vectors, String prefix, SafetensorsFile file)
      throws IOException {
    double[] values = vectors.read(prefix, file);
    for (double value : values) {
      if (value < 0) {
        throw new ModelFileException(
            file.origin() + ": " + prefix + "* holds means of squares, not " + value, null);
      }
    }
    return values;
  }

  static GradientClipping clipping(SafetensorsFile file, ClippingSettings.Rule rule)
      throws IOException {
    if (rule.memory() == 0) {
      return new GradientClipping(rule);
    }
    Tensor norms = file.require(NORMS);
    if (norms.dtype() != DType.F64
        || norms.size() < 1
        || norms.size() > rule.memory()
        || norms.firstNonFinite().isPresent()) {
      throw new ModelFileException(
          file.origin()
              + ": "
              + NORMS
              + " must be 1 to "
              + rule.memory()
              + " finite numbers of type F64, not "
              + norms,
          null);
    }
    double[] values = norms.toDoubles();
    for (double value : values) {
      if (value < 0) {
        throw new ModelFileException(
            file.origin() + ": " + NORMS + " holds lengths, not " + value, null);
      }
    }
    return new GradientClipping(rule, values);
  }
}
