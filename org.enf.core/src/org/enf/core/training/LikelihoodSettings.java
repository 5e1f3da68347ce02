package org.enf.core.training;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceMethod;

/**
 * How the loss of maximum likelihood is estimated in training.
 *
 * @param trace the estimator of the trace; the exact one only for networks that know their
 *     divergence in closed form
 * @param regularisation what is minimised besides
 * @param gradientMethod how the gradient is found; the flow has to be made with the same
 * @param augmentation what is done to a sample each time it is seen
 */
public record LikelihoodSettings(
    TraceMethod trace,
    Regularisation regularisation,
    GradientMethod gradientMethod,
    Augmentation augmentation)
    implements LossSettings {
  /** The name by which users choose it. */
  public static final String ID = "ml";

  /** The least variance, the likelihood alone, and samples as they are. */
  public static final LikelihoodSettings DEFAULT =
      new LikelihoodSettings(
          TraceMethod.HUTCHINSON, Regularisation.NONE, GradientMethod.DISCRETE, Augmentation.NONE);

  /** What is done to a sample each time it is seen. */
  public enum Augmentation {
    /** Nothing. */
    NONE {
      @Override
      double[] of(BatchShape shape, int dimensions, double[] positions, RandomGenerator random) {
        return positions;
      }
    },
    /**
     * A random rotation ({@link RandomRotations}), for networks that are not equivariant (the
     * paper's GNF-att-aug).
     */
    ROTATION {
      @Override
      double[] of(BatchShape shape, int dimensions, double[] positions, RandomGenerator random) {
        return RandomRotations.ofEachMolecule(shape, dimensions, positions, random);
      }
    };

    /**
     * The positions as they are seen.
     *
     * @param positions [atoms × dimensions], unchanged
     */
    abstract double[] of(
        BatchShape shape, int dimensions, double[] positions, RandomGenerator random);
  }

  @Override
  public String id() {
    return ID;
  }

  /** The same with another estimator of the trace. */
  public LikelihoodSettings with(TraceMethod other) {
    return new LikelihoodSettings(other, regularisation, gradientMethod, augmentation);
  }

  /** The same with another regularisation. */
  public LikelihoodSettings with(Regularisation other) {
    return new LikelihoodSettings(trace, other, gradientMethod, augmentation);
  }

  /** The same with another way to the gradient. */
  public LikelihoodSettings with(GradientMethod other) {
    return new LikelihoodSettings(trace, regularisation, other, augmentation);
  }

  /** The same with another augmentation. */
  public LikelihoodSettings with(Augmentation other) {
    return new LikelihoodSettings(trace, regularisation, gradientMethod, other);
  }

  /**
   * Checks that a flow finds its gradient as it is set here.
   *
   * @throws IllegalArgumentException if not
   */
  void requireMethodOf(GradientMethod flow) {
    if (flow != gradientMethod) {
      throw new IllegalArgumentException(
          "the settings ask for the "
              + gradientMethod.words()
              + " gradient, but the flow was made for the "
              + flow.words()
              + " one");
    }
  }
}
