package org.enf.core.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.particles.PositionSet;
import org.enf.core.training.LikelihoodSettings.Augmentation;

/**
 * Maximum likelihood of positions: the mean of −log p(x), its log-determinant by Hutchinson's
 * estimator in training (Satorras et al. 2021, §5.1 and §5.2).
 */
public final class PositionLikelihood implements Objective {
  private final PositionFlow flow;
  private final Initialisation initialisation;
  private final PositionSet data;
  private final Optional<PositionSet> validation;
  private final ValidationTrace validationTrace;
  private final TrainingSettings settings;

  /** Gives a network its fresh parameters. */
  @FunctionalInterface
  public interface Initialisation {
    /** Fresh parameters; the same random numbers give the same parameters. */
    double[] initialise(RandomGenerator random);
  }

  /** How the log-determinants of a validation are found. */
  public enum ValidationTrace {
    /** The exact trace. */
    EXACT,
    /** Hutchinson's estimator, each time with the same noise of the kind used in training. */
    HUTCHINSON
  }

  /**
   * An objective.
   *
   * @param flow computes density and gradient; its parameters are overwritten
   * @param settings say how the loss is estimated and the validation set is evaluated
   */
  public PositionLikelihood(
      PositionFlow flow,
      Initialisation initialisation,
      PositionSet data,
      Optional<PositionSet> validation,
      ValidationTrace validationTrace,
      TrainingSettings settings) {
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
    BatchShape shape = BatchShape.uniform(samples.length, data.particles());
    double[] positions = data.rows(samples);
    if (settings.likelihood().augmentation() == Augmentation.ROTATION) {
      positions = RandomRotations.ofEachMolecule(shape, data.dimensions(), positions, random);
    }
    TraceEstimator trace = flow.traceNoise(settings.likelihood().noise(), shape, random);
    flow.setParameters(parameters);
    try {
      PositionFlow.Densities densities = flow.gradient(shape, positions, trace, gradient, stop);
      return new Loss(
          densities.meanNegative(), 0, samples.length, densities.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
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
    int[] chosen = set.spread(settings.validationMolecules());
    RandomGenerator random =
        new SplittableRandom(Seeds.of(settings.seed(), Seeds.Purpose.VALIDATION, 0));
    double sum = 0;
    int evaluated = 0;
    for (int from = 0; from < chosen.length; from += settings.batchSize()) {
      int to = (int) Math.min(chosen.length, (long) from + settings.batchSize());
      BatchShape shape = BatchShape.uniform(to - from, set.particles());
      TraceEstimator trace = trace(shape, random);
      try {
        sum +=
            Arrays.stream(
                    flow.logDensity(
                            shape, set.rows(Arrays.copyOfRange(chosen, from, to)), trace, stop)
                        .values())
                .sum();
        evaluated += to - from;
      } catch (OdeException e) {
        // counted by the caller as left out
        continue;
      }
    }
    double nll = evaluated == 0 ? Double.NaN : -sum / evaluated;
    return new Validation(nll, evaluated, chosen.length - evaluated);
  }

  private TraceEstimator trace(BatchShape shape, RandomGenerator random) {
    return switch (validationTrace) {
      case EXACT -> new TraceEstimator.Exact();
      case HUTCHINSON -> flow.traceNoise(settings.likelihood().noise(), shape, random);
    };
  }
}
