package org.enf.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Seeds;
import org.enf.core.training.Seeds.Purpose;

/**
 * The bound on log p(x, h, M) of given molecules, with one draw of the dequantizer's noise.
 *
 * <p>The noise of a molecule follows from the seed and its number alone.
 */
public final class LikelihoodEvaluator implements AutoCloseable {
  private final EnfModel model;
  private final MoleculeFlow flow;
  private final Trace trace;
  private final long seed;
  private long evaluated;

  /** How the log-determinant is found. */
  public enum Trace {
    /** Hutchinson's estimator with one Rademacher probe: quick, unbiased, noisy. */
    HUTCHINSON,
    /** The exact trace: one product for each degree of freedom. */
    EXACT
  }

  /** An evaluator of this model. */
  public LikelihoodEvaluator(
      EnfModel model, Engine engine, SolverSettings solver, Trace trace, long seed) {
    this.model = model;
    this.trace = trace;
    this.seed = seed;
    flow = new MoleculeFlow(model.settings(), engine, solver.solver());
    flow.setParameters(model.parameters());
  }

  /** What was found for one molecule. */
  public sealed interface Likelihood {
    /** The molecule. */
    Molecule molecule();
  }

  /**
   * A value, in its parts, all in nats.
   *
   * @param prior log p_Z(z)
   * @param logDeterminant of ActNorm and flow
   * @param dequantization log q(v | h, x)
   * @param size log p(M)
   */
  public record Value(
      Molecule molecule, double prior, double logDeterminant, double dequantization, double size)
      implements Likelihood {
    /** The bound on log p(x, h, M). */
    public double logLikelihood() {
      return prior + logDeterminant - dequantization + size;
    }
  }

  /** No value: the model does not cover the molecule, or the integration failed. */
  public record NoValue(Molecule molecule, String reason) implements Likelihood {}

  /**
   * Evaluates molecules together.
   *
   * @return one entry for each, in the same order
   * @throws StoppedException if asked to stop
   */
  public List<Likelihood> evaluate(List<Molecule> molecules, StopSignal stop) {
    Likelihood[] results = new Likelihood[molecules.size()];
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      Molecule molecule = molecules.get(i);
      String problem = problem(molecule);
      long number = evaluated++;
      if (problem == null) {
        items.add(new Item(i, molecule, Seeds.of(seed, Purpose.LIKELIHOOD, number)));
      } else {
        results[i] = new NoValue(molecule, problem);
      }
    }
    items.sort(Comparator.comparingInt(item -> item.molecule.size()));
    if (!items.isEmpty()) {
      evaluate(items, results, stop);
    }
    return List.of(results);
  }

  private String problem(Molecule molecule) {
    if (!model.settings().types().covers(molecule)) {
      return "it has an element that the model does not know (it knows "
          + model.settings().types()
          + ")";
    }
    if (!model.sizes().contains(molecule.size())) {
      return "p(M) is zero for " + molecule.size() + " atoms";
    }
    return null;
  }

  private void evaluate(List<Item> items, Likelihood[] results, StopSignal stop) {
    try {
      evaluateTogether(items, results, stop);
    } catch (OdeException e) {
      if (items.size() == 1) {
        Item item = items.get(0);
        results[item.index] = new NoValue(item.molecule, e.getMessage());
        return;
      }
      // one bad molecule must not take the others with it
      for (Item item : items) {
        evaluate(List.of(item), results, stop);
      }
    }
  }

  private void evaluateTogether(List<Item> items, Likelihood[] results, StopSignal stop) {
    MoleculeBatch batch =
        MoleculeBatch.of(
            items.stream().map(item -> item.molecule).toList(), model.settings().types());
    BatchShape shape = batch.shape();
    int features = model.settings().features();
    int width = Molecule.DIMENSIONS + features;
    double[] noise = new double[shape.atoms() * features];
    double[] probe = new double[shape.atoms() * width];
    for (int b = 0; b < items.size(); b++) {
      RandomGenerator random = new SplittableRandom(items.get(b).seed);
      BatchShape alone = new BatchShape(shape.size(b));
      double[] own = flow.dequantizerNoise(alone, random);
      System.arraycopy(own, 0, noise, shape.offset(b) * features, own.length);
      double[] ownProbe = flow.traceNoise(NoiseKind.RADEMACHER, alone, random).noise();
      System.arraycopy(ownProbe, 0, probe, shape.offset(b) * width, ownProbe.length);
    }
    TraceEstimator estimator =
        trace == Trace.EXACT ? new TraceEstimator.Exact() : new TraceEstimator.Hutchinson(probe);
    MoleculeFlow.Bound bound = flow.bound(batch, noise, estimator, stop);
    for (int b = 0; b < items.size(); b++) {
      Item item = items.get(b);
      results[item.index] =
          new Value(
              item.molecule,
              bound.prior()[b],
              bound.logDeterminant()[b],
              bound.dequantization()[b],
              model.sizes().logProbability(item.molecule.size()));
    }
  }

  @Override
  public void close() {
    flow.close();
  }

  private record Item(int index, Molecule molecule, long seed) {}
}
