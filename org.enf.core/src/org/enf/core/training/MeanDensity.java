package org.enf.core.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.PositionFlow.Densities;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.PositionSet;

/** The mean −log p(x) of a set of positions. */
public final class MeanDensity {
  private final PositionFlow flow;
  private final TraceMethod trace;
  private final int batchSize;

  /**
   * An evaluation.
   *
   * @param trace how the log-determinants are found
   * @param batchSize configurations that share their steps
   */
  public MeanDensity(PositionFlow flow, TraceMethod trace, int batchSize) {
    this.flow = flow;
    this.trace = trace;
    this.batchSize = batchSize;
  }

  /**
   * What was found; NaN where nothing could be evaluated.
   *
   * @param nll the mean in nats a configuration
   * @param standardError of that mean, by the spread of the configurations
   * @param samples how many were evaluated
   * @param left how many were left out, because their integration failed
   * @param evaluations the mean number of evaluations of the network for a batch
   */
  public record Estimate(
      double nll, double standardError, int samples, int left, double evaluations) {}

  /**
   * Evaluates all configurations; those whose integration fails are left out.
   *
   * @param seed of the noise: the same seed gives the same, so that values can be compared
   * @throws StoppedException if asked to stop
   */
  public Estimate of(PositionSet set, long seed, StopSignal stop) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[set.size()];
    int evaluated = 0;
    long evaluations = 0;
    int batches = 0;
    for (int from = 0; from < set.size(); from += batchSize) {
      int[] chosen = IntStream.range(from, Math.min(set.size(), from + batchSize)).toArray();
      BatchShape shape = BatchShape.uniform(chosen.length, set.particles());
      try {
        Densities densities =
            flow.logDensity(shape, set.rows(chosen), flow.trace(trace, shape, random), stop);
        for (double logDensity : densities.values()) {
          values[evaluated++] = -logDensity;
        }
        evaluations += densities.solution().evaluations();
        batches++;
      } catch (OdeException e) {
        // counted as left out
        continue;
      }
    }
    return estimate(Arrays.copyOf(values, evaluated), set.size(), (double) evaluations / batches);
  }

  private static Estimate estimate(double[] values, int all, double evaluations) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    int count = values.length;
    return new Estimate(
        mean, Math.sqrt(squares / (count - 1) / count), count, all - count, evaluations);
  }
}
