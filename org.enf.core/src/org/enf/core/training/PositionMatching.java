package org.enf.core.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.matching.ConditionalPath;
import org.enf.core.flow.matching.VelocityMatching;
import org.enf.core.ode.StopSignal;

/**
 * Flow matching of positions (Lipman et al. 2023; Klein et al., "Equivariant Flow Matching", 2023).
 */
public final class PositionMatching extends PositionObjective {
  private final MatchingSettings matching;
  private final VelocityMatching loss;

  /**
   * An objective.
   *
   * @param engine of the flow
   * @param settings with {@link MatchingSettings} as loss
   * @throws IllegalArgumentException if they are for another loss, or scale positions, which a flow
   *     of positions alone does not
   */
  public PositionMatching(Subject subject, Engine engine, TrainingSettings settings) {
    super(subject, settings);
    matching = settings.loss(MatchingSettings.class);
    if (matching.scales().positions() != 1) {
      throw new IllegalArgumentException("a flow of positions alone does not scale them");
    }
    int dimensions = data().dimensions();
    double[] weights = new double[dimensions];
    Arrays.fill(weights, matching.weights().positions() / dimensions);
    ConditionalPath path =
        new ConditionalPath(Collections.nCopies(dimensions, matching.positionPath()));
    loss = new VelocityMatching(engine, flow().velocity(), path, weights);
  }

  @Override
  public String name() {
    return "flow matching of positions";
  }

  @Override
  public Loss gradient(
      double[] parameters,
      int[] samples,
      RandomGenerator random,
      double[] gradient,
      StopSignal stop) {
    BatchShape shape = BatchShape.uniform(samples.length, data().particles());
    flow().setParameters(parameters);
    double[] rows = flow().centred(shape, data().rows(samples));
    double[] noise =
        matching.alignment().of(data().dimensions(), shape, rows, flow().latent(shape, random));
    double[] times = matching.times().sample(samples.length, random);
    double value = loss.gradient(shape, times, rows, noise, gradient);
    return new Loss(value, 0, samples.length, 1);
  }
}
