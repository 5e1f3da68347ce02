package org.enf.core.cli;

import java.time.Duration;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.ode.SolverSettings;
import org.enf.core.training.TrainingSettings;

/** The settings of the demo: what learns most in minutes on one core. */
final class DemoSettings {
  static final EnfSettings MODEL = EnfSettings.of(AtomTypes.QM9, 3, 32, 1, 32);

  /**
   * With error control: what a few fixed steps compute can be made likely by velocities that those
   * steps do not follow.
   */
  static final SolverSettings TRAINING_SOLVER = SolverSettings.adaptive("dopri5", 1e-2, 1e-2);

  static final SolverSettings SAMPLING_SOLVER = SolverSettings.PAPER;
  static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(2);
  static final int SAMPLING_BATCH = 50;

  /** More than there is time for. */
  private static final int EPOCHS = 100_000;

  private static final int BATCH_SIZE = 32;
  private static final double LEARNING_RATE = 2e-3;

  private DemoSettings() {}

  /** How to train. */
  static TrainingSettings training(long seed) {
    return new TrainingSettings(EPOCHS, BATCH_SIZE, LEARNING_RATE, seed, 1);
  }
}
