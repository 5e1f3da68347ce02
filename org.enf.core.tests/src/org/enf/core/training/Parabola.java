package org.enf.core.training;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.StopSignal;

/**
 * An objective without any flow: ½(w − target)² with a little noise, for tests of what training
 * does with an objective.
 */
final class Parabola implements Objective {
  private final int samples;
  private final double target;
  private final double noise;
  private final Optional<double[]> validations;
  private int validated;

  /**
   * An objective.
   *
   * @param validations what the validations say one after the other, the last one again and again;
   *     nothing for no validation set
   */
  Parabola(int samples, double target, double noise, Optional<double[]> validations) {
    this.samples = samples;
    this.target = target;
    this.noise = noise;
    this.validations = validations;
  }

  @Override
  public String name() {
    return "parabola";
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int size(int sample) {
    return 1 + sample % 3;
  }

  @Override
  public int parameterCount() {
    return 2;
  }

  @Override
  public int flowParameterCount() {
    return 1;
  }

  @Override
  public double[] start(long seed) {
    return new double[] {1, -1};
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] chosen,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    double loss = 0;
    for (int i = 0; i < gradient.length; i++) {
      double away = parameters[i] - target + noise * random.nextGaussian();
      loss += 0.5 * away * away;
      gradient[i] = away;
    }
    return new Loss(loss, 0, chosen.length, 1);
  }

  @Override
  public FirstStep firstStep() {
    return new FirstStep();
  }

  @Override
  public boolean hasValidation() {
    return validations.isPresent();
  }

  @Override
  public Validation validate(double[] parameters, StopSignal stop) {
    double[] values = validations.orElseThrow();
    double value = values[Math.min(validated, values.length - 1)];
    validated++;
    return new Validation(value, 1, 0);
  }
}
