package org.enf.core.training;

import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;

/**
 * Maximum likelihood of positions: the mean of −log p(x), with a regularisation if one is set
 * (Satorras et al. 2021, §5.1 and §5.2).
 */
public final class PositionLikelihood extends PositionObjective {
  private final LikelihoodSettings likelihood;

  /**
   * An objective.
   *
   * @param settings say how the loss is estimated and the validation set is evaluated
   * @throws IllegalArgumentException if they are for another loss, or the flow finds its gradient
   *     in another way than they say
   */
  public PositionLikelihood(Subject subject, TrainingSettings settings) {
    super(subject, settings);
    likelihood = settings.loss(LikelihoodSettings.class);
    likelihood.requireMethodOf(subject.flow().gradientMethod());
  }

  @Override
  public String name() {
    return "maximum likelihood of positions";
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    PositionFlow flow = flow();
    BatchShape shape = BatchShape.uniform(samples.length, data().particles());
    double[] positions =
        likelihood.augmentation().of(shape, data().dimensions(), data().rows(samples), random);
    TraceEstimator trace = flow.trace(likelihood.trace(), shape, random);
    flow.setParameters(parameters);
    try {
      PositionFlow.Densities densities =
          flow.gradient(shape, positions, trace, likelihood.regularisation(), gradient, stop);
      return new Loss(
          densities.meanNegative(),
          likelihood.regularisation().penalty(densities.kinetic(), densities.jacobian()),
          samples.length,
          densities.solution().evaluations());
    } catch (OdeException e) {
      throw new LossException(e.getMessage(), e.solution().evaluations(), e);
    }
  }
}
