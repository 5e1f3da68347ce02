package org.enf.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.enf.core.dequantization.MoleculeBatch;
import org.enf.core.dequantization.MoleculeFlow;
import org.enf.core.egnn.BatchMemory;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.flow.matching.ConditionalPath;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.Solution;
import org.enf.core.ode.SolverSettings;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.training.MatchingSettings;
import org.enf.core.training.Seeds;
import org.enf.core.training.Seeds.Purpose;

/**
 * Draws molecules from a model: M from p(M), latent variables from the prior, and the flow back to
 * data.
 *
 * <p>Size, latent variables and noise of a molecule follow from the seed and its number alone, and
 * with error control per molecule its way through the flow does so too: it is the same, up to
 * rounding, however many are drawn and whatever the batch size.
 */
public final class MoleculeSampler implements AutoCloseable {
  private static final int N = Molecule.DIMENSIONS;
  private static final int MOST_INTERVALS = 10_000;

  private final EnfModel model;
  private final MoleculeFlow flow;
  private final DrawingSettings settings;
  private final WayToData way;

  /** A sampler of this model that follows the flow alone, each molecule by steps of its own. */
  public MoleculeSampler(EnfModel model, Engine engine, SolverSettings solver) {
    this(model, engine, DrawingSettings.of(solver));
  }

  /**
   * A sampler of this model.
   *
   * @throws IllegalArgumentException if noise is to be renewed, and the model was not trained by
   *     flow matching without alignment
   */
  public MoleculeSampler(EnfModel model, Engine engine, DrawingSettings settings) {
    requireDrawable(model, settings);
    this.model = model;
    this.settings = settings;
    if (settings instanceof DrawingSettings.AlongFlow along) {
      flow = new MoleculeFlow(model.settings(), engine, along.solver().solver());
      way = (shape, latent, noise, stop) -> flow.generate(shape, latent, along.control(), stop);
    } else {
      flow = new MoleculeFlow(model.settings(), engine, model.usualSolver().solver());
      DrawingSettings.Renewing renewing = (DrawingSettings.Renewing) settings;
      way = new RenewingWay(flow, path(model), renewing);
    }
    flow.setParameters(model.parameters());
  }

  /**
   * Checks that a model can be drawn from in this way.
   *
   * @throws IllegalArgumentException if noise is to be renewed, and the model was not trained by
   *     flow matching without alignment
   */
  public static void requireDrawable(EnfModel model, DrawingSettings settings) {
    if (settings instanceof DrawingSettings.Renewing) {
      path(model);
    }
  }

  private static ConditionalPath path(EnfModel model) {
    MatchingSettings matching =
        model
            .matching()
            .filter(MatchingSettings::renewable)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "churn renews noise along the paths of flow matching without alignment, by"
                            + " which this model was not trained; draw without churn"));
    return matching.path(model.settings(), model.parameters());
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
     * @param frames its way from the latent variables; the last one, or the only one if no way was
     *     asked for, is the molecule
     */
    void drawn(int number, List<Molecule> frames);

    /**
     * The flow failed for a molecule.
     *
     * @param number from 1
     */
    void failed(int number, String reason);

    /**
     * The integration of a molecule has ended; heard of before the two others.
     *
     * @param number from 1
     */
    default void integrated(int number, Solution solution) {}
  }

  /**
   * Draws molecules.
   *
   * @throws IllegalArgumentException if p(M) is zero for the wanted number of atoms
   * @throws StoppedException if asked to stop; what was drawn before has been heard of
   */
  public void sample(Request request, Listener listener, StopSignal stop) {
    requireKnownSize(request);
    forEachBatch(
        request,
        draws -> {
          Draw[] sorted = sorted(draws);
          BatchShape shape = shape(sorted);
          MoleculeFlow.Generated generated = generate(sorted, shape, stop);
          for (int b = 0; b < sorted.length; b++) {
            sorted[b].solution = generated.solutions().get(b);
            sorted[b].frames = frames(sorted[b], generated.batch(), b);
          }
        },
        listener);
  }

  /**
   * Draws molecules together with their way from latent variables to data. Each is integrated by
   * steps of its own, and states in between come from the method's dense output.
   *
   * @param intervals one less than the number of frames, 1 to 10,000
   * @throws IllegalArgumentException if p(M) is zero for the wanted number of atoms, the number of
   *     intervals is out of range, or noise is to be renewed, with which the way is not that of the
   *     flow
   * @throws StoppedException if asked to stop; what was drawn before has been heard of
   */
  public void sampleWays(Request request, int intervals, Listener listener, StopSignal stop) {
    if (intervals < 1 || intervals > MOST_INTERVALS) {
      throw new IllegalArgumentException(
          "the number of intervals of a trajectory must be 1 to "
              + MOST_INTERVALS
              + ", not "
              + intervals);
    }
    if (settings instanceof DrawingSettings.Renewing) {
      throw new IllegalArgumentException("the way of the flow is without churn");
    }
    requireKnownSize(request);
    forEachBatch(
        request,
        draws -> {
          Draw[] sorted = sorted(draws);
          MoleculeFlow.GeneratedWay way =
              flow.generateWay(shape(sorted), latent(sorted), intervals, stop);
          for (int b = 0; b < sorted.length; b++) {
            sorted[b].solution = way.solutions().get(b);
            sorted[b].frames = frames(sorted[b], way.frames(), b);
          }
        },
        listener);
  }

  private MoleculeFlow.Generated generate(Draw[] draws, BatchShape shape, StopSignal stop) {
    return way.generate(shape, latent(draws), () -> noise(draws), stop);
  }

  /** Noise like the latent variables; what a molecule gets does not depend on the others. */
  private double[] noise(Draw[] draws) {
    return Arrays.stream(draws)
        .flatMapToDouble(
            draw -> Arrays.stream(flow.latent(new BatchShape(draw.atoms), draw.random)))
        .toArray();
  }

  private List<Molecule> frames(Draw draw, MoleculeBatch batch, int b) {
    return draw.solution.isSuccess()
        ? List.of(molecule("enf " + draw.number, batch, b))
        : List.of();
  }

  private List<Molecule> frames(Draw draw, List<MoleculeBatch> batches, int b) {
    List<Molecule> frames = new ArrayList<>();
    if (draw.solution.isSuccess()) {
      for (int k = 0; k < batches.size(); k++) {
        double t = 1 - (double) k / (batches.size() - 1);
        String name = String.format(Locale.ROOT, "enf %d, t = %.4f", draw.number, t);
        frames.add(molecule(name, batches.get(k), b));
      }
    }
    return frames;
  }

  private void requireKnownSize(Request request) {
    if (request.atoms().isPresent() && !model.sizes().contains(request.atoms().getAsInt())) {
      throw new IllegalArgumentException(
          "the model has never seen molecules with "
              + request.atoms().getAsInt()
              + " atoms; its p(M) is for molecules of "
              + model.sizes().words());
    }
  }

  private void forEachBatch(Request request, Consumer<Draw[]> integration, Listener listener) {
    for (int from = 0; from < request.count(); from += request.batchSize()) {
      int to = (int) Math.min(request.count(), (long) from + request.batchSize());
      Draw[] draws = new Draw[to - from];
      for (int i = 0; i < draws.length; i++) {
        draws[i] = draw(request, from + i + 1);
      }
      BatchMemory.run(draws.length, () -> integration.accept(draws));
      for (Draw draw : draws) {
        draw.tell(listener);
      }
    }
  }

  private Draw draw(Request request, int number) {
    RandomGenerator random = new SplittableRandom(Seeds.of(request.seed(), Purpose.SAMPLE, number));
    int atoms = request.atoms().orElseGet(() -> model.sizes().sample(random));
    return new Draw(number, atoms, random, flow.latent(new BatchShape(atoms), random));
  }

  /** Equal sizes stand together, which engines compute faster. */
  private static Draw[] sorted(Draw[] draws) {
    Draw[] sorted = draws.clone();
    Arrays.sort(sorted, Comparator.comparingInt(draw -> draw.atoms));
    return sorted;
  }

  private static BatchShape shape(Draw[] draws) {
    return new BatchShape(Arrays.stream(draws).mapToInt(draw -> draw.atoms).toArray());
  }

  private static double[] latent(Draw[] draws) {
    return Arrays.stream(draws).flatMapToDouble(draw -> Arrays.stream(draw.latent)).toArray();
  }

  private Molecule molecule(String name, MoleculeBatch batch, int b) {
    int from = batch.shape().offset(b);
    int to = batch.shape().offset(b + 1);
    Element[] elements = new Element[to - from];
    for (int i = from; i < to; i++) {
      elements[i - from] = model.settings().types().element(batch.types()[i]);
    }
    return new Molecule(name, elements, Arrays.copyOfRange(batch.positions(), from * N, to * N));
  }

  @Override
  public void close() {
    flow.close();
  }

  /** One molecule on its way. */
  private static final class Draw {
    private final int number;
    private final int atoms;
    private final RandomGenerator random;
    private final double[] latent;
    private Solution solution;
    private List<Molecule> frames;

    Draw(int number, int atoms, RandomGenerator random, double[] latent) {
      this.number = number;
      this.atoms = atoms;
      this.random = random;
      this.latent = latent;
    }

    void tell(Listener listener) {
      listener.integrated(number, solution);
      if (solution.isSuccess()) {
        listener.drawn(number, frames);
      } else {
        listener.failed(number, new OdeException(solution).getMessage());
      }
    }
  }
}
