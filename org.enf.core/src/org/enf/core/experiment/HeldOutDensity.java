package org.enf.core.experiment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.PositionFlow;
import org.enf.core.flow.PositionFlow.Densities;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.particles.PositionSet;

/** The mean −log p(x) of a set of samples, each time with the same noise. */
final class HeldOutDensity {
  private final PositionFlow flow;
  private final HeldOutTrace trace;
  private final NoiseKind noise;
  private final int batchSize;

  HeldOutDensity(PositionFlow flow, HeldOutTrace trace, NoiseKind noise, int batchSize) {
    this.flow = flow;
    this.trace = trace;
    this.noise = noise;
    this.batchSize = batchSize;
  }

  /**
   * Evaluates all samples; those whose integration fails are counted as left out.
   *
   * @param seed of the noise
   * @throws StoppedException if asked to stop
   */
  RunResult.Test of(PositionSet set, long seed, StopSignal stop) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[set.size()];
    int evaluated = 0;
    long evaluations = 0;
    int batches = 0;
    for (int from = 0; from < set.size(); from += batchSize) {
      int[] chosen = IntStream.range(from, Math.min(set.size(), from + batchSize)).toArray();
      BatchShape shape = BatchShape.uniform(chosen.length, set.particles());
      TraceEstimator estimator =
          trace == HeldOutTrace.EXACT
              ? new TraceEstimator.Exact()
              : flow.traceNoise(noise, shape, random);
      try {
        Densities densities = flow.logDensity(shape, set.rows(chosen), estimator, stop);
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
    return summary(Arrays.copyOf(values, evaluated), set.size(), (double) evaluations / batches);
  }

  private static RunResult.Test summary(double[] values, int all, double evaluations) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    int count = values.length;
    return new RunResult.Test(
        mean, Math.sqrt(squares / (count - 1) / count), count, all - count, evaluations);
  }
}
