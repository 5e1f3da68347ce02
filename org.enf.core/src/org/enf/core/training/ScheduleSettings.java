package org.enf.core.training;

/**
 * How the learning rate changes: it may rise from 0 at the start (warm-up), and fall to 0 along
 * half a cosine afterwards (Loshchilov and Hutter, "SGDR", 2017, without restarts).
 *
 * @param warmUpSteps the steps until the full learning rate is reached, 0 for none
 * @param decay what follows
 * @param decayStep the step at which a cosine reaches 0, or 0 for the end of the last epoch
 */
public record ScheduleSettings(long warmUpSteps, Decay decay, long decayStep) {
  /** The paper's: the same rate all the time. */
  public static final ScheduleSettings CONSTANT = new ScheduleSettings(0, Decay.NONE, 0);

  private static final long MOST_STEPS = 1L << 53;

  /** How the learning rate falls. */
  public enum Decay {
    /** Not at all. */
    NONE,
    /** Along half a cosine. */
    COSINE,
    /**
     * Along half a cosine to the end of the last epoch or of the time for training, whichever comes
     * first. Such a run depends on the speed of its machine.
     */
    COSINE_IN_TIME
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number of steps is negative, or the warm-up is longer
   *     than the decay
   */
  public ScheduleSettings {
    requireSteps("number of warm-up steps", warmUpSteps);
    requireSteps("last step of the decay", decayStep);
    if (decayStep > 0 && decayStep <= warmUpSteps) {
      throw new IllegalArgumentException(
          "the decay must end after the warm-up of "
              + warmUpSteps
              + " steps, not at step "
              + decayStep);
    }
    if (decay == Decay.COSINE_IN_TIME && decayStep > 0) {
      throw new IllegalArgumentException(
          "a decay that ends with the time cannot end at step " + decayStep + " too");
    }
  }

  private static void requireSteps(String name, long value) {
    if (value < 0 || value > MOST_STEPS) {
      throw new IllegalArgumentException("the " + name + " must be 0 or more, not " + value);
    }
  }

  /** Whether the rate depends on where the last epoch ends. */
  public boolean endsWithEpochs() {
    return decay != Decay.NONE && decayStep == 0;
  }

  /**
   * The share of the full learning rate.
   *
   * @param step from 0
   * @param allSteps the steps of all epochs
   * @param timeGone the share of the time for training that is over, 0 where there is no limit
   */
  public double factor(long step, long allSteps, double timeGone) {
    if (step < warmUpSteps) {
      return (step + 1.0) / warmUpSteps;
    }
    if (decay == Decay.NONE) {
      return 1;
    }
    long end = decayStep > 0 ? decayStep : allSteps;
    double done = step >= end ? 1 : (double) (step - warmUpSteps) / (end - warmUpSteps);
    double share = decay == Decay.COSINE_IN_TIME ? Math.max(done, Math.min(1, timeGone)) : done;
    return 0.5 * (1 + Math.cos(Math.PI * share));
  }
}
