package org.enf.core.experiment;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.PositionFlow.Densities;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.RandomRotation;
import org.enf.core.training.LossException;
import org.enf.core.training.Objective;
import org.enf.core.training.Seeds;

/**
 * Maximum likelihood of positions: the mean −log p(x), its log-determinant by Hutchinson's
 * estimator.
 */
final class PositionLikelihood implements Objective {
  private final PositionFlow flow;
  private final Function<RandomGenerator, double[]> initialise;
  private final PositionSplit data;
  private final HeldOutDensity heldOut;
  private final NoiseKind noise;
  private final Method method;
  private final long seed;

  /**
   * An objective.
   *
   * @param flow computes densities and gradients; its parameters are overwritten
   * @param heldOut evaluates the validation set with that flow
   * @param method says whether samples are turned before each step
   * @param seed of the validation's noise
   */
  PositionLikelihood(
      PositionFlow flow,
      Function<RandomGenerator, double[]> initialise,
      PositionSplit data,
      HeldOutDensity heldOut,
      NoiseKind noise,
      Method method,
      long seed) {
    this.flow = flow;
    this.initialise = initialise;
    this.data = data;
    this.heldOut = heldOut;
    this.noise = noise;
    this.method = method;
    this.seed = seed;
  }

  @Override
  public String name() {
    return "maximum likelihood";
  }

  @Override
  public int samples() {
    return data.training().size();
  }

  @Override
  public int size(int sample) {
    return data.training().particles();
  }

  @Override
  public int parameterCount() {
    return flow.parameterCount();
  }

  @Override
  public int flowParameterCount() {
    return flow.parameterCount();
  }

  @Override
  public double[] start(long startSeed) {
    return initialise.apply(new SplittableRandom(Seeds.of(startSeed, Seeds.Purpose.PARAMETERS, 0)));
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    int particles = data.training().particles();
    BatchShape shape = BatchShape.uniform(samples.length, particles);
    double[] rows = data.training().rows(samples);
    if (method == Method.GNF_ATT_AUG) {
      RandomRotation.turnEach(rows, particles, data.training().dimensions(), random);
    }
    flow.setParameters(parameters);
    try {
      Densities densities =
          flow.gradient(shape, rows, flow.traceNoise(noise, shape, random), gradient, stop);
      return new Loss(
          densities.meanNegative(), 0, samples.length, densities.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
  }

  @Override
  public boolean hasValidation() {
    return true;
  }

  @Override
  public Validation validate(double[] parameters, StopSignal stop) {
    flow.setParameters(parameters);
    RunResult.Test result =
        heldOut.of(data.validation(), Seeds.of(seed, Seeds.Purpose.VALIDATION, 0), stop);
    return new Validation(result.nll(), result.samples(), result.left());
  }
}
