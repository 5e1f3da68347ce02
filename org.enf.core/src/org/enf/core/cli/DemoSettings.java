package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.learner.ObjectiveKind;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.training.ScheduleSettings;
import org.enf.core.training.TrainingSettings;

/** The settings of the demo: what learns most in minutes on one core. */
final class DemoSettings {
  static final EnfSettings MODEL = EnfSettings.matching(AtomTypes.QM9, 4, 48);
  static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(2);
  static final int SAMPLING_BATCH = 50;

  /** More than there is time for. */
  private static final int EPOCHS = 100_000;

  private static final int BATCH_SIZE = 32;
  private static final double LEARNING_RATE = 1e-2;
  private static final int WARM_UP = 200;

  private DemoSettings() {}

  /** How to train: by flow matching, at a rate that falls to the end of the time. */
  static TrainingSettings training(long seed) {
    TrainingSettings usual = ObjectiveKind.FM.training();
    return new TrainingSettings(EPOCHS, BATCH_SIZE, LEARNING_RATE, seed, 1)
        .with(usual.loss())
        .with(usual.optimiser())
        .with(usual.clipping())
        .with(new ScheduleSettings(WARM_UP, ScheduleSettings.Decay.COSINE_IN_TIME, 0))
        .with(usual.selection());
  }
}
