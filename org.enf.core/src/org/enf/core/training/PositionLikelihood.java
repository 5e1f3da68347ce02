package org.enf.core.training;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;

/**
 * Maximum likelihood of positions: the mean of −log p(x), with a regularisation if one is set
 * (Satorras et al. 2021, §5.1 and §5.2).
 */
public final class PositionLikelihood implements Objective {
  private final PositionFlow flow;
  private final Initialisation initialisation;
  private final PositionSet data;
  private final Optional<PositionSet> validation;
  private final TraceMethod validationTrace;
  private final TrainingSettings settings;

  /** Gives a network its fresh parameters. */
  @FunctionalInterface
  public interface Initialisation {
    /** Fresh parameters; the same random numbers give the same parameters. */
    double[] initialise(RandomGenerator random);
  }

  /**
   * An objective.
   *
   * @param flow computes density and gradient; its parameters are overwritten
   * @param validationTrace how the log-determinants of a validation are found, each time with the
   *     same noise
   * @param settings say how the loss is estimated and the validation set is evaluated
   * @throws IllegalArgumentException if the flow finds its gradient in another way than they say
   */
  public PositionLikelihood(
      PositionFlow flow,
      Initialisation initialisation,
      PositionSet data,
      Optional<PositionSet> validation,
      TraceMethod validationTrace,
      TrainingSettings settings) {
    settings.likelihood().requireMethodOf(flow.gradientMethod());
    this.flow = flow;
    this.initialisation = initialisation;
    this.data = data;
    this.validation = validation;
    this.validationTrace = validationTrace;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "maximum likelihood of positions";
  }

  @Override
  public int samples() {
    return data.size();
  }

  @Override
  public int size(int sample) {
    return data.particles();
  }

  @Override
  public int parameterCount() {
    return flow.parameterCount();
  }

  /** All of them: there is no dequantizer. */
  @Override
  public int flowParameterCount() {
    return flow.parameterCount();
  }

  @Override
  public double[] start(long seed) {
    return initialisation.initialise(
        new SplittableRandom(Seeds.of(seed, Seeds.Purpose.PARAMETERS, 0)));
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    LikelihoodSettings loss = settings.likelihood();
    BatchShape shape = BatchShape.uniform(samples.length, data.particles());
    double[] positions =
        loss.augmentation().of(shape, data.dimensions(), data.rows(samples), random);
    TraceEstimator trace = flow.trace(loss.trace(), shape, random);
    flow.setParameters(parameters);
    try {
      PositionFlow.Densities densities =
          flow.gradient(shape, positions, trace, loss.regularisation(), gradient, stop);
      return new Loss(
          densities.meanNegative(),
          loss.regularisation().penalty(densities.kinetic(), densities.jacobian()),
          samples.length,
          densities.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
  }

  @Override
  public FirstStep firstStep() {
    return flow.firstStep();
  }

  @Override
  public boolean hasValidation() {
    return validation.isPresent();
  }

  @Override
  public Validation validate(double[] parameters, StopSignal stop) {
    PositionSet set =
        validation.orElseThrow(() -> new IllegalStateException("there is no validation set"));
    flow.setParameters(parameters);
    MeanDensity.Estimate estimate =
        new MeanDensity(flow, validationTrace, settings.batchSize())
            .of(
                set.spread(settings.validationMolecules()),
                Seeds.of(settings.seed(), Seeds.Purpose.VALIDATION, 0),
                stop);
    return new Validation(estimate.nll(), estimate.samples(), estimate.left());
  }
}
