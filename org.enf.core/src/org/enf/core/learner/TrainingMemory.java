package org.enf.core.learner;

import org.enf.core.dequantization.EnfSettings;
import org.enf.core.text.Words;
import org.enf.core.training.OptimiserSettings;
import org.enf.core.training.TrainingSettings;

/** What the weights of a model take while it is trained, whatever the batch. */
final class TrainingMemory {
  /** Weights, their gradient, both moments of the optimiser, and the weights of the result. */
  private static final int ALWAYS = 5;

  private TrainingMemory() {}

  /**
   * Checks before anything is allocated that a network fits into memory.
   *
   * @param available to this process, in bytes
   * @throws IllegalArgumentException if it does not; the message says what to do
   */
  static void require(EnfSettings model, TrainingSettings training, long available) {
    int parameters = model.parameterCount();
    int copies =
        ALWAYS
            + (training.optimiser().amsgrad() ? 1 : 0)
            + (training.optimiser().rule() == OptimiserSettings.Rule.MUON ? 1 : 0)
            + (training.selection().averages() ? 1 : 0)
            + 1; // those of the best validation, or of the checkpoint while it is written
    long bytes = (long) copies * parameters * Double.BYTES;
    if (bytes > available) {
      throw new IllegalArgumentException(
          "a network of "
              + Words.number(parameters)
              + " weights takes "
              + Words.number(bytes >> 20)
              + " MiB while it is trained, and Java may use "
              + Words.number(available >> 20)
              + " MiB; choose fewer layers or a smaller width, or give Java more memory by its"
              + " option -Xmx");
    }
  }
}
