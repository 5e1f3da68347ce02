package org.enf.core.training;

import org.enf.core.flow.NoiseKind;

/**
 * How the loss of maximum likelihood is estimated in training.
 *
 * @param noise the noise of Hutchinson's trace estimator
 * @param augmentation what is done to a sample each time it is seen
 */
public record LikelihoodSettings(NoiseKind noise, Augmentation augmentation) {
  /** The least variance, and samples as they are. */
  public static final LikelihoodSettings DEFAULT =
      new LikelihoodSettings(NoiseKind.RADEMACHER, Augmentation.NONE);

  /** What is done to a sample each time it is seen. */
  public enum Augmentation {
    /** Nothing. */
    NONE,
    /**
     * A random rotation ({@link RandomRotations}), for networks that are not equivariant (the
     * paper's GNF-att-aug).
     */
    ROTATION
  }
}
