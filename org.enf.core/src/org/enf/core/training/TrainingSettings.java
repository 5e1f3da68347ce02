package org.enf.core.training;

/**
 * How to train.
 *
 * @param epochs how often to go through all samples, 1 to 1,000,000
 * @param batchSize samples in one step, 1 to 10,000
 * @param learningRate the largest step size of AdamW, above 0 and at most 1
 * @param seed determines all random numbers
 * @param validationMolecules how many samples of a validation set to use, at least 1
 * @param lastBatch what becomes of an epoch's last batch that is not full
 * @param loss what is minimised
 * @param optimiser the optimiser
 * @param clipping how long a gradient may be
 * @param schedule how the learning rate changes
 * @param selection which weights the model gets
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    double learningRate,
    long seed,
    int validationMolecules,
    LastBatch lastBatch,
    LossSettings loss,
    OptimiserSettings optimiser,
    ClippingSettings clipping,
    ScheduleSettings schedule,
    SelectionSettings selection) {

  /** What becomes of an epoch's last batch that is not full. */
  public enum LastBatch {
    /** It is a batch like the others, only smaller. */
    KEEP,
    /** Its samples, others in each epoch, are left out. */
    DROP
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a setting is out of range; the message names it
   */
  public TrainingSettings {
    require("epochs", epochs, 1_000_000);
    require("batch size", batchSize, 10_000);
    require("number of validation molecules", validationMolecules, Integer.MAX_VALUE);
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "the learning rate must be above 0 and at most 1, not " + learningRate);
    }
  }

  /** Settings with the usual loss, optimiser, clipping, schedule and selection. */
  public TrainingSettings(
      int epochs, int batchSize, double learningRate, long seed, int validationMolecules) {
    this(
        epochs,
        batchSize,
        learningRate,
        seed,
        validationMolecules,
        LastBatch.KEEP,
        LikelihoodSettings.DEFAULT,
        OptimiserSettings.PAPER,
        ClippingSettings.DEFAULT,
        ScheduleSettings.CONSTANT,
        SelectionSettings.DEFAULT);
  }

  /**
   * The loss, if it is of this kind.
   *
   * @throws IllegalArgumentException if it is not
   */
  <T extends LossSettings> T loss(Class<T> kind) {
    if (!kind.isInstance(loss)) {
      throw new IllegalArgumentException("the settings are for the loss " + loss.id());
    }
    return kind.cast(loss);
  }

  private static void require(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException("the " + name + " must be 1 to " + max + ", not " + value);
    }
  }

  private TrainingSettings copy(
      LastBatch otherLast,
      LossSettings otherLoss,
      OptimiserSettings otherOptimiser,
      ClippingSettings otherClipping,
      ScheduleSettings otherSchedule,
      SelectionSettings otherSelection) {
    return new TrainingSettings(
        epochs,
        batchSize,
        learningRate,
        seed,
        validationMolecules,
        otherLast,
        otherLoss,
        otherOptimiser,
        otherClipping,
        otherSchedule,
        otherSelection);
  }

  /** The same with another treatment of the last batch. */
  public TrainingSettings with(LastBatch other) {
    return copy(other, loss, optimiser, clipping, schedule, selection);
  }

  /** The same with another loss. */
  public TrainingSettings with(LossSettings other) {
    return copy(lastBatch, other, optimiser, clipping, schedule, selection);
  }

  /** The same with another optimiser. */
  public TrainingSettings with(OptimiserSettings other) {
    return copy(lastBatch, loss, other, clipping, schedule, selection);
  }

  /** The same with another clipping. */
  public TrainingSettings with(ClippingSettings other) {
    return copy(lastBatch, loss, optimiser, other, schedule, selection);
  }

  /** The same with another schedule. */
  public TrainingSettings with(ScheduleSettings other) {
    return copy(lastBatch, loss, optimiser, clipping, other, selection);
  }

  /** The same with another selection. */
  public TrainingSettings with(SelectionSettings other) {
    return copy(lastBatch, loss, optimiser, clipping, schedule, other);
  }
}
