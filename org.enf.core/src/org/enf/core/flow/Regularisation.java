package org.enf.core.flow;

import java.util.Arrays;

/**
 * How much the way of the flow is made straight in training (Finlay et al., "How to train your
 * neural ODE", 2020): the loss gets {@code kinetic · mean ∫ |f|² dt + jacobian · mean ∫ |εᵀJ|² dt},
 * means over the molecules of a batch, with the noise ε of the trace estimator. The paper has 10⁻³
 * for both on QM9 and none elsewhere (Satorras et al. 2021, §5).
 *
 * @param kinetic the weight of |f|², at least 0
 * @param jacobian the weight of |εᵀJ|², at least 0
 */
public record Regularisation(double kinetic, double jacobian) {
  /** None, which costs nothing. */
  public static final Regularisation NONE = new Regularisation(0, 0);

  /** That of the paper on QM9. */
  public static final Regularisation PAPER = new Regularisation(1e-3, 1e-3);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a weight is negative or not finite; the message names it
   */
  public Regularisation {
    require("kinetic", kinetic);
    require("Jacobian", jacobian);
  }

  private static void require(String name, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weight of the " + name + " regularisation must be at least 0, not " + weight);
    }
  }

  /**
   * What is minimised besides the likelihood: the means over the molecules with their weights.
   *
   * @param kineticTerms ∫ |f|² dt of each molecule
   * @param jacobianTerms ∫ |εᵀJ|² dt of each molecule
   */
  public double penalty(double[] kineticTerms, double[] jacobianTerms) {
    return kinetic * mean(kineticTerms) + jacobian * mean(jacobianTerms);
  }

  private static double mean(double[] terms) {
    return Arrays.stream(terms).average().orElse(0);
  }

  /** Whether the kinetic energy of the way is wanted. */
  boolean hasKinetic() {
    return kinetic > 0;
  }

  /** Whether the size of the Jacobian is wanted. */
  boolean hasJacobian() {
    return jacobian > 0;
  }
}
