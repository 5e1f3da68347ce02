package org.enf.core.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.BatchShape;
import org.enf.core.flow.TraceMethod;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Objective.Validation;

/** The mean bound on −log p(x, h, M) over a set of molecules, with fixed random numbers. */
public final class MeanBound {
  private final MoleculeFlow flow;
  private final SizeDistribution sizes;
  private final long seed;

  /**
   * An evaluation.
   *
   * @param sizes p(M) of the training set
   * @param seed the same seed gives the same noise, so that values of one set can be compared
   */
  public MeanBound(MoleculeFlow flow, SizeDistribution sizes, long seed) {
    this.flow = flow;
    this.sizes = sizes;
    this.seed = seed;
  }

  /**
   * Evaluates up to {@code most} molecules at equal distances in the set.
   *
   * @throws StoppedException if asked to stop
   */
  public Validation of(MoleculeSet set, int most, int batchSize, StopSignal stop) {
    int[] chosen = set.spread(most);
    int[] known = Arrays.stream(chosen).filter(index -> sizes.contains(set.atoms(index))).toArray();
    RandomGenerator random = new SplittableRandom(Seeds.of(seed, Seeds.Purpose.VALIDATION, 0));
    double sum = 0;
    int evaluated = 0;
    for (int from = 0; from < known.length; from += batchSize) {
      MoleculeBatch batch =
          set.batch(Arrays.copyOfRange(known, from, Math.min(known.length, from + batchSize)));
      BatchShape shape = batch.shape();
      double[] noise = flow.dequantizerNoise(shape, random);
      var trace = flow.trace(TraceMethod.HUTCHINSON, shape, random);
      try {
        double nll = negativeMean(flow.bound(batch, noise, trace, stop), shape, sizes);
        sum += nll * shape.molecules();
        evaluated += shape.molecules();
      } catch (OdeException e) {
        // counted by the caller as left out
        continue;
      }
    }
    return new Validation(
        evaluated == 0 ? Double.NaN : sum / evaluated, evaluated, chosen.length - evaluated);
  }

  /** The mean over a batch of −log p(x, h | M) − log p(M) in nats. */
  static double negativeMean(MoleculeFlow.Bound bound, BatchShape shape, SizeDistribution sizes) {
    double[] values = bound.values();
    double sum = 0;
    for (int b = 0; b < values.length; b++) {
      sum += values[b] + sizes.logProbability(shape.size(b));
    }
    return -sum / values.length;
  }
}
