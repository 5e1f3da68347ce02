package org.enf.core.experiment;

/**
 * The step sizes of AdamW.
 *
 * @param enf for the E-NF
 * @param simple for the simple dynamics
 * @param others for all other methods of the paper
 */
public record LearningRates(double enf, double simple, double others) {
  private static final double MATCHING = 3e-3;

  /** The step size for a method. */
  public double of(Method method) {
    return switch (method) {
      case ENF, ENF_TO_DATA -> enf;
      case SIMPLE -> simple;
      case ENF_FM -> MATCHING;
      case GNF, GNF_ATT, GNF_ATT_AUG, KERNEL -> others;
    };
  }
}
