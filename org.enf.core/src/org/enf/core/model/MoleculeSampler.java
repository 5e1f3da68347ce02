package org.enf.core.model;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.Seeds;
import org.enf.core.training.Seeds.Purpose;

/**
 * Draws molecules from a model: M from p(M), latent variables from the prior, and the flow back to
 * data.
 *
 * <p>Size and latent variables of a molecule follow from the seed and its number alone.
 */
public final class MoleculeSampler implements AutoCloseable {
  private static final int N = Molecule.DIMENSIONS;

  private final EnfModel model;
  private final MoleculeFlow flow;

  /** A sampler of this model. */
  public MoleculeSampler(EnfModel model, Engine engine, SolverSettings solver) {
    this.model = model;
    flow = new MoleculeFlow(model.settings(), engine, solver.solver());
    flow.setParameters(model.parameters());
  }

  /**
   * What to draw.
   *
   * @param count how many molecules, at least 1
   * @param seed determines all of them
   * @param atoms the number of atoms of each, or nothing to draw it from p(M)
   * @param batchSize how many go through the flow together, at least 1
   */
  public record Request(int count, long seed, OptionalInt atoms, int batchSize) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public Request {
      if (count < 1) {
        throw new IllegalArgumentException(
            "the number of molecules must be at least 1, not " + count);
      }
      if (batchSize < 1) {
        throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
      }
    }
  }

  /** Hears of the molecules in the order of their numbers. */
  public interface Listener {
    /**
     * A molecule was drawn.
     *
     * @param number from 1
     */
    void drawn(int number, Molecule molecule);

    /**
     * The flow failed for a molecule.
     *
     * @param number from 1
     */
    void failed(int number, String reason);

    /**
     * A batch went through the flow.
     *
     * @param evaluations of the velocity
     */
    default void batchDone(int molecules, int evaluations) {}
  }

  /**
   * Draws molecules.
   *
   * @throws IllegalArgumentException if p(M) is zero for the wanted number of atoms
   * @throws StoppedException if asked to stop; what was drawn before has been heard of
   */
  public void sample(Request request, Listener listener, StopSignal stop) {
    if (request.atoms().isPresent() && !model.sizes().contains(request.atoms().getAsInt())) {
      SizeDistribution sizes = model.sizes();
      throw new IllegalArgumentException(
          "the model has never seen molecules with "
              + request.atoms().getAsInt()
              + " atoms; its p(M) goes from "
              + sizes.counts().firstKey()
              + " to "
              + sizes.counts().lastKey());
    }
    for (int from = 0; from < request.count(); from += request.batchSize()) {
      int to = (int) Math.min(request.count(), (long) from + request.batchSize());
      Draw[] draws = new Draw[to - from];
      for (int i = 0; i < draws.length; i++) {
        draws[i] = draw(request, from + i + 1);
      }
      run(draws, listener, stop);
      for (Draw draw : draws) {
        if (draw.molecule == null) {
          listener.failed(draw.number, draw.failure);
        } else {
          listener.drawn(draw.number, draw.molecule);
        }
      }
    }
  }

  private Draw draw(Request request, int number) {
    RandomGenerator random = new SplittableRandom(Seeds.of(request.seed(), Purpose.SAMPLE, number));
    int atoms = request.atoms().orElseGet(() -> model.sizes().sample(random));
    return new Draw(number, atoms, flow.latent(new BatchShape(atoms), random));
  }

  private void run(Draw[] draws, Listener listener, StopSignal stop) {
    Draw[] sorted = draws.clone();
    Arrays.sort(sorted, (a, b) -> Integer.compare(a.atoms, b.atoms));
    try {
      runTogether(sorted, listener, stop);
    } catch (OdeException e) {
      if (sorted.length == 1) {
        sorted[0].failure = e.getMessage();
        return;
      }
      // one bad molecule must not take the others with it
      for (Draw draw : sorted) {
        run(new Draw[] {draw}, listener, stop);
      }
    }
  }

  private void runTogether(Draw[] draws, Listener listener, StopSignal stop) {
    BatchShape shape = new BatchShape(Arrays.stream(draws).mapToInt(draw -> draw.atoms).toArray());
    double[] latent =
        Arrays.stream(draws).flatMapToDouble(draw -> Arrays.stream(draw.latent)).toArray();
    MoleculeFlow.Generated generated = flow.generate(shape, latent, stop);
    for (int b = 0; b < draws.length; b++) {
      draws[b].molecule = molecule(draws[b].number, generated.batch(), b);
    }
    listener.batchDone(draws.length, generated.solution().evaluations());
  }

  private Molecule molecule(int number, MoleculeBatch batch, int b) {
    int from = batch.shape().offset(b);
    int to = batch.shape().offset(b + 1);
    Element[] elements = new Element[to - from];
    for (int i = from; i < to; i++) {
      elements[i - from] = model.settings().types().element(batch.types()[i]);
    }
    return new Molecule(
        "enf " + number, elements, Arrays.copyOfRange(batch.positions(), from * N, to * N));
  }

  @Override
  public void close() {
    flow.close();
  }

  /** One molecule on its way. */
  private static final class Draw {
    private final int number;
    private final int atoms;
    private final double[] latent;
    private Molecule molecule;
    private String failure;

    Draw(int number, int atoms, double[] latent) {
      this.number = number;
      this.atoms = atoms;
      this.latent = latent;
    }
  }
}
