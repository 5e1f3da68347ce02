package org.enf.core.training;

/**
 * Adam with decoupled weight decay and the largest second moment so far (Loshchilov and Hutter,
 * "Decoupled Weight Decay Regularization", 2019; Reddi et al., "On the Convergence of Adam and
 * Beyond", 2018).
 */
public final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final double WEIGHT_DECAY = 1e-12;

  private final double[] firstMoment;
  private final double[] secondMoment;
  private final double[] largestSecondMoment;
  private long steps;

  /** A fresh optimiser for this many parameters. */
  public AdamW(int parameters) {
    this(new double[parameters], new double[parameters], new double[parameters], 0);
  }

  /** An optimiser that goes on from these moments, which it takes over. */
  public AdamW(
      double[] firstMoment, double[] secondMoment, double[] largestSecondMoment, long steps) {
    this.firstMoment = firstMoment;
    this.secondMoment = secondMoment;
    this.largestSecondMoment = largestSecondMoment;
    this.steps = steps;
  }

  /** Moves the parameters against the gradient, in place. */
  public void step(double[] parameters, double[] gradient, double learningRate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    double size = learningRate / correction1;
    for (int i = 0; i < parameters.length; i++) {
      double g = gradient[i];
      firstMoment[i] = BETA1 * firstMoment[i] + (1 - BETA1) * g;
      secondMoment[i] = BETA2 * secondMoment[i] + (1 - BETA2) * g * g;
      largestSecondMoment[i] = Math.max(largestSecondMoment[i], secondMoment[i]);
      double scale = Math.sqrt(largestSecondMoment[i]) / correction2 + EPSILON;
      parameters[i] -= learningRate * WEIGHT_DECAY * parameters[i] + size * firstMoment[i] / scale;
    }
  }

  /** The number of steps so far. */
  public long steps() {
    return steps;
  }

  /** The mean of the gradients, not corrected for its start; a view. */
  public double[] firstMoment() {
    return firstMoment;
  }

  /** The mean of the squared gradients, not corrected for its start; a view. */
  public double[] secondMoment() {
    return secondMoment;
  }

  /** The largest mean of the squared gradients so far; a view. */
  public double[] largestSecondMoment() {
    return largestSecondMoment;
  }
}
