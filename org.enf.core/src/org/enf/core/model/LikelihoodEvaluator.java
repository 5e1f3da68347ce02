package org.enf.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchMemory;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceMethod;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Seeds;
import org.enf.core.training.Seeds.Purpose;

/**
 * The bound on log p(x, h, M) of given molecules, with one draw of the dequantizer's noise.
 *
 * <p>The noise of a molecule follows from the seed and its number alone, and with error control per
 * molecule its value does so too, up to rounding.
 */
public final class LikelihoodEvaluator implements AutoCloseable {
  private final EnfModel model;
  private final MoleculeFlow flow;
  private final Settings settings;
  private long evaluated;

  /**
   * How likelihoods are found.
   *
   * @param solver of the flow's differential equation
   * @param control who decides on its steps
   * @param trace how the log-determinant is found
   * @param seed determines the noise
   */
  public record Settings(
      SolverSettings solver, ErrorControl control, TraceMethod trace, long seed) {}

  /** An evaluator of this model. */
  public LikelihoodEvaluator(EnfModel model, Engine engine, Settings settings) {
    this.model = model;
    this.settings = settings;
    flow = new MoleculeFlow(model.settings(), engine, settings.solver().solver());
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

  /**
   * No value.
   *
   * @param reason in words
   * @param unsolved whether the integration failed, so that another solver might do; else the model
   *     does not cover the molecule
   */
  public record NoValue(Molecule molecule, String reason, boolean unsolved) implements Likelihood {}

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
        items.add(new Item(i, molecule, Seeds.of(settings.seed(), Purpose.LIKELIHOOD, number)));
      } else {
        results[i] = new NoValue(molecule, problem, false);
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
      return "p(M) is zero for its number of atoms, "
          + molecule.size()
          + " (the model knows molecules of "
          + model.sizes().words()
          + ")";
    }
    return null;
  }

  private void evaluate(List<Item> items, Likelihood[] results, StopSignal stop) {
    MoleculeBatch batch =
        MoleculeBatch.of(
            items.stream().map(item -> item.molecule).toList(), model.settings().types());
    BatchShape shape = batch.shape();
    double[][] noise = new double[items.size()][];
    List<TraceEstimator> traces = new ArrayList<>();
    for (int b = 0; b < noise.length; b++) {
      RandomGenerator random = new SplittableRandom(items.get(b).seed);
      BatchShape alone = new BatchShape(shape.size(b));
      noise[b] = flow.dequantizerNoise(alone, random);
      traces.add(flow.trace(settings.trace(), alone, random));
    }
    MoleculeFlow.Bounds bounds =
        BatchMemory.with(
            items.size(),
            () ->
                flow.bounds(
                    batch,
                    Arrays.stream(noise).flatMapToDouble(Arrays::stream).toArray(),
                    settings.trace().together(traces),
                    settings.control(),
                    stop));
    for (int b = 0; b < items.size(); b++) {
      results[items.get(b).index] = likelihood(items.get(b).molecule, bounds, b);
    }
  }

  private Likelihood likelihood(Molecule molecule, MoleculeFlow.Bounds bounds, int b) {
    Solution solution = bounds.solutions().get(b);
    if (!solution.isSuccess()) {
      return new NoValue(molecule, new OdeException(solution).getMessage(), true);
    }
    return new Value(
        molecule,
        bounds.prior()[b],
        bounds.logDeterminant()[b],
        bounds.dequantization()[b],
        model.sizes().logProbability(molecule.size()));
  }

  @Override
  public void close() {
    flow.close();
  }

  private record Item(int index, Molecule molecule, long seed) {}
}
