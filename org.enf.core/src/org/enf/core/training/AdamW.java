package org.enf.core.training;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
 * 2019), with or without the largest second moment so far (Reddi et al., "On the Convergence of
 * Adam and Beyond", 2018).
 */
public final class AdamW {
  private final OptimiserSettings settings;
  private final double[] firstMoment;
  private final double[] secondMoment;
  private final double[] largestSecondMoment;
  private long steps;

  /** A fresh optimiser for this many parameters. */
  public AdamW(OptimiserSettings settings, int parameters) {
    this(
        settings,
        new double[parameters],
        new double[parameters],
        new double[settings.amsgrad() ? parameters : 0],
        0);
  }

  /**
   * An optimiser that goes on from these moments, which it takes over.
   *
   * @param largestSecondMoment of length 0 without amsgrad
   */
  public AdamW(
      OptimiserSettings settings,
      double[] firstMoment,
      double[] secondMoment,
      double[] largestSecondMoment,
      long steps) {
    this.settings = settings;
    this.firstMoment = firstMoment;
    this.secondMoment = secondMoment;
    this.largestSecondMoment = largestSecondMoment;
    this.steps = steps;
  }

  /** Moves the parameters against the gradient, in place. */
  public void step(double[] parameters, double[] gradient, double learningRate) {
    step(parameters, gradient, parameters.length, learningRate);
  }

  /** Moves the first {@code count} parameters against the gradient, in place. */
  public void step(double[] parameters, double[] gradient, int count, double learningRate) {
    steps++;
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    double correction1 = 1 - Math.pow(beta1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(beta2, steps));
    double size = learningRate / correction1;
    double decay = learningRate * settings.weightDecay();
    boolean amsgrad = settings.amsgrad();
    for (int i = 0; i < count; i++) {
      double g = gradient[i];
      firstMoment[i] = beta1 * firstMoment[i] + (1 - beta1) * g;
      secondMoment[i] = beta2 * secondMoment[i] + (1 - beta2) * g * g;
      double square = secondMoment[i];
      if (amsgrad) {
        square = Math.max(largestSecondMoment[i], square);
        largestSecondMoment[i] = square;
      }
      double scale = Math.sqrt(square) / correction2 + settings.epsilon();
      parameters[i] -= decay * parameters[i] + size * firstMoment[i] / scale;
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

  /** The largest mean of the squared gradients so far, nothing without amsgrad; a view. */
  public double[] largestSecondMoment() {
    return largestSecondMoment;
  }
}
