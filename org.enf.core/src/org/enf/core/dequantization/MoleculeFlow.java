package org.enf.core.dequantization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.egnn.Parameter;
import org.enf.core.egnn.ParameterLayout;
import org.enf.core.flow.ActNorm;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.ErrorControl;
import org.enf.core.flow.FlowPrior;
import org.enf.core.flow.GradientMethod;
import org.enf.core.flow.RecordedWay;
import org.enf.core.flow.Regularisation;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.flow.TraceMethod;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Trajectory;
import org.enf.core.vector.Vector;

/**
 * The whole E-NF on one engine: dequantizer, ActNorm, continuous flow, prior (Satorras et al. 2021,
 * eq. 11 and §4).
 *
 * <p>The bound is log p(x, h, M) ≥ log p_Z(z) + log|det| − log q(v | h, x) + log p(M) with one draw
 * of v; its expectation is below the true value by the gap of the dequantizer. Not safe for use by
 * several threads at once.
 */
public final class MoleculeFlow implements AutoCloseable {
  private final EnfSettings settings;
  private final Engine engine;
  private final Network network;
  private final ContinuousFlow flow;
  private final ActNorm actNorm;
  private final FlowPrior prior;
  private final RowColumns columns;
  private final Dequantizer dequantizer;
  private double[] actNormParameters;

  /**
   * A flow with all parameters zero until {@link #setParameters}, whose gradient is that of the
   * steps that are taken.
   */
  public MoleculeFlow(EnfSettings settings, Engine engine, OdeSolver solver) {
    this(settings, engine, solver, GradientMethod.DISCRETE);
  }

  /** A flow with all parameters zero until {@link #setParameters}. */
  public MoleculeFlow(
      EnfSettings settings, Engine engine, OdeSolver solver, GradientMethod gradientMethod) {
    this.settings = settings;
    this.engine = engine;
    network = settings.orientation().velocity(engine.network(settings.dynamics()));
    flow =
        new ContinuousFlow(
            engine,
            network,
            solver,
            gradientMethod,
            parameterBlocks(ParameterLayout.of(settings.dynamics())));
    actNorm = settings.actNorm();
    prior = new FlowPrior(Molecule.DIMENSIONS, settings.features());
    columns = new RowColumns(settings.features());
    dequantizer = Dequantizer.of(settings, engine);
    actNormParameters = new double[settings.actNormParameters()];
  }

  private static int[] parameterBlocks(ParameterLayout layout) {
    List<Parameter> parameters = layout.parameters();
    int[] blocks = new int[parameters.size() + 1];
    for (int k = 0; k < parameters.size(); k++) {
      blocks[k] = parameters.get(k).offset();
    }
    blocks[parameters.size()] = layout.length();
    return blocks;
  }

  /** How its gradient is found. */
  public GradientMethod gradientMethod() {
    return flow.gradientMethod();
  }

  /** What a gradient tells the next one about the first step of its solve. */
  public FirstStep firstStep() {
    return flow.firstStep();
  }

  /** What this flow is made of. */
  public EnfSettings settings() {
    return settings;
  }

  /**
   * Takes over new parameters.
   *
   * @param all in the order of {@link EnfSettings}
   */
  public void setParameters(double[] all) {
    int first = settings.dynamicsParameters();
    int second = first + settings.actNormParameters();
    if (all.length != settings.parameterCount()) {
      throw new IllegalArgumentException(
          "the model has " + settings.parameterCount() + " parameters, not " + all.length);
    }
    try (Vector dynamics = engine.vector(Arrays.copyOfRange(all, 0, first))) {
      network.setParameters(dynamics);
    }
    if (second < all.length) {
      try (Vector dequantization = engine.vector(Arrays.copyOfRange(all, second, all.length))) {
        dequantizer.setParameters(dequantization);
      }
    }
    actNormParameters = Arrays.copyOfRange(all, first, second);
  }

  /**
   * Writes the data-dependent start of the ActNorm into {@code all}, whose other parameters are
   * used.
   */
  public void initialiseActNorm(double[] all, MoleculeBatch batch, RandomGenerator random) {
    setParameters(all);
    double[] noise = dequantizer.noise(batch.shape(), random);
    double[] rows = columns.rows(batch, dequantizer.lift(batch, noise).values());
    double[] start = actNorm.initialise(batch.shape(), rows);
    System.arraycopy(start, 0, all, settings.dynamicsParameters(), start.length);
    setParameters(all);
  }

  /**
   * The bound in its parts, each one value a molecule, in nats, by steps that all share.
   *
   * @param prior log p_Z(z)
   * @param logDeterminant of ActNorm and flow
   * @param dequantization log q(v | h, x)
   * @param kinetic ∫ |f|² dt, zero if no regularisation asked for it
   * @param jacobian ∫ |εᵀJ|² dt, zero if no regularisation asked for it
   * @param solution how the flow's integration went
   * @param backwardEvaluations how often the velocity's gradient was computed, 0 if it was not
   */
  public record Bound(
      double[] prior,
      double[] logDeterminant,
      double[] dequantization,
      double[] kinetic,
      double[] jacobian,
      Solution solution,
      int backwardEvaluations) {
    /** log p(x, h | M) at least, of each molecule. */
    public double[] values() {
      double[] values = new double[prior.length];
      for (int b = 0; b < values.length; b++) {
        values[b] = prior[b] + logDeterminant[b] - dequantization[b];
      }
      return values;
    }
  }

  /**
   * The bound in its parts, each one value a molecule, in nats; without meaning where a molecule's
   * integration failed.
   *
   * @param prior log p_Z(z)
   * @param logDeterminant of ActNorm and flow
   * @param dequantization log q(v | h, x)
   * @param solutions how the integration of each molecule went
   */
  public record Bounds(
      double[] prior, double[] logDeterminant, double[] dequantization, List<Solution> solutions) {}

  /**
   * The bound on log p(x, h | M) of each molecule, by steps that all share.
   *
   * @param dequantizerNoise [atoms × features], from {@link #dequantizerNoise}
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Bound bound(
      MoleculeBatch batch, double[] dequantizerNoise, TraceEstimator trace, StopSignal stop) {
    Normalised data = normalised(batch, dequantizerNoise);
    return bound(batch.shape(), data, flow.toLatent(batch.shape(), data.rows(), trace, stop), 0);
  }

  /**
   * The bound on log p(x, h | M) of each molecule; one whose integration fails does not stop the
   * others.
   *
   * @param dequantizerNoise [atoms × features], from {@link #dequantizerNoise}
   * @throws StoppedException if asked to stop
   */
  public Bounds bounds(
      MoleculeBatch batch,
      double[] dequantizerNoise,
      TraceEstimator trace,
      ErrorControl control,
      StopSignal stop) {
    BatchShape shape = batch.shape();
    Normalised data = normalised(batch, dequantizerNoise);
    ContinuousFlow.Images images = flow.toLatent(shape, data.rows(), trace, control, stop);
    return new Bounds(
        prior.logDensity(shape, images.rows()),
        data.logDeterminants(images.logDeterminants()),
        data.lifted().logDensities(),
        images.solutions());
  }

  /**
   * Data as they go into the continuous flow, features drawn by the dequantizer.
   *
   * @param dequantizerNoise [atoms × features], from {@link #dequantizerNoise}
   */
  public Normalised normalised(MoleculeBatch batch, double[] dequantizerNoise) {
    Dequantizer.Lifted lifted = dequantizer.lift(batch, dequantizerNoise);
    double[] rows = columns.rows(batch, lifted.values());
    return new Normalised(lifted, rows, actNorm.forward(actNormParameters, batch.shape(), rows));
  }

  /** The continuous flow between data and latent variables, with the parameters set last. */
  public ContinuousFlow continuous() {
    return flow;
  }

  /** The velocity of the continuous flow, with the parameters set last; the flow closes it. */
  public Network velocity() {
    return network;
  }

  private Bound bound(
      BatchShape shape, Normalised data, ContinuousFlow.Image image, int backwardEvaluations) {
    return new Bound(
        prior.logDensity(shape, image.rows()),
        data.logDeterminants(image.logDeterminants()),
        data.lifted().logDensities(),
        image.kinetic(),
        image.jacobian(),
        image.solution(),
        backwardEvaluations);
  }

  /** Noise for the dequantizer: [atoms × features]. */
  public double[] dequantizerNoise(BatchShape shape, RandomGenerator random) {
    return dequantizer.noise(shape, random);
  }

  /** The estimator of a method for a batch, with noise if it needs any. */
  public TraceEstimator trace(TraceMethod method, BatchShape shape, RandomGenerator random) {
    return method.estimator(shape.atoms() * prior.width(), random);
  }

  /**
   * The bound and the gradient of its negative mean over the batch, without regularisation.
   *
   * @param gradient overwritten by the gradient by all parameters
   * @throws IllegalArgumentException if the trace has no gradient
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Bound gradient(
      MoleculeBatch batch,
      double[] dequantizerNoise,
      TraceEstimator trace,
      double[] gradient,
      StopSignal stop) {
    return gradient(batch, dequantizerNoise, trace, Regularisation.NONE, gradient, stop);
  }

  /**
   * The bound and the gradient of its negative mean over the batch plus the mean of the terms of
   * the regularisation.
   *
   * @param trace the exact trace only if the velocity knows its divergence in closed form
   * @param gradient overwritten by the gradient by all parameters
   * @throws IllegalArgumentException if the trace has no gradient, or the regularisation needs
   *     noise that the exact trace does not have
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Bound gradient(
      MoleculeBatch batch,
      double[] dequantizerNoise,
      TraceEstimator trace,
      Regularisation regularisation,
      double[] gradient,
      StopSignal stop) {
    BatchShape shape = batch.shape();
    Normalised data = normalised(batch, dequantizerNoise);
    double weight = 1.0 / shape.molecules();
    double[] minus = new double[shape.molecules()];
    Arrays.fill(minus, -weight);
    double[] plus = new double[shape.molecules()];
    Arrays.fill(plus, weight);
    double[] actNormGradient = new double[actNormParameters.length];
    // engines make no empty vectors
    int dequantizerLength = Math.max(1, settings.dequantizerParameters());
    try (Vector dynamicsGradient = engine.vector(settings.dynamicsParameters());
        Vector dequantizerGradient = engine.vector(dequantizerLength);
        RecordedWay recorded =
            flow.record(shape, data.rows(), trace, regularisation, dynamicsGradient, stop)) {
      double[] latentCotangent = recorded.image().rows().clone();
      for (int k = 0; k < latentCotangent.length; k++) {
        latentCotangent[k] *= weight;
      }
      double[] rowsCotangent = recorded.reverse(latentCotangent, minus, plus, stop);
      actNorm.reverse(actNormParameters, shape, data.rows(), rowsCotangent, minus, actNormGradient);
      data.lifted().reverse(columns.features(rowsCotangent), plus, dequantizerGradient);
      collect(dynamicsGradient, actNormGradient, dequantizerGradient, gradient);
      return bound(shape, data, recorded.image(), recorded.backwardEvaluations());
    }
  }

  private void collect(Vector dynamics, double[] scaling, Vector dequantization, double[] all) {
    double[] first = new double[dynamics.length()];
    dynamics.read(first);
    double[] last = new double[dequantization.length()];
    dequantization.read(last);
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(scaling, 0, all, first.length, scaling.length);
    System.arraycopy(last, 0, all, first.length + scaling.length, settings.dequantizerParameters());
  }

  /**
   * Makes molecules from latent variables; one whose integration fails does not stop the others.
   *
   * @param latent [atoms × (3 + features)], positions with zero mean
   * @throws StoppedException if asked to stop
   */
  public Generated generate(
      BatchShape shape, double[] latent, ErrorControl control, StopSignal stop) {
    ContinuousFlow.Images images = flow.toData(shape, latent, control, stop);
    return generated(shape, images.rows(), images.solutions());
  }

  /** Makes molecules from rows that have come to data. */
  public Generated generated(BatchShape shape, double[] rows, List<Solution> solutions) {
    return new Generated(molecules(shape, rows), solutions);
  }

  /**
   * The way of latent variables to molecules, each molecule by steps of its own.
   *
   * @param latent [atoms × (3 + features)], positions with zero mean
   * @param intervals the number of equal times between the first frame (the latent variables) and
   *     the last one (the molecules), at least 1
   * @return {@code intervals + 1} frames; frames that a molecule did not reach have NaN as
   *     positions
   * @throws StoppedException if asked to stop
   */
  public GeneratedWay generateWay(
      BatchShape shape, double[] latent, int intervals, StopSignal stop) {
    double[] times = new double[intervals + 1];
    for (int k = 0; k <= intervals; k++) {
      times[k] = 1 - (double) k / intervals;
    }
    Trajectory trajectory = flow.trajectory(shape, latent, times, stop);
    List<MoleculeBatch> frames = new ArrayList<>();
    for (int k = 0; k < trajectory.size(); k++) {
      frames.add(molecules(shape, trajectory.state(k).part(0)));
    }
    return new GeneratedWay(frames, trajectory.solutions());
  }

  private MoleculeBatch molecules(BatchShape shape, double[] rows) {
    actNorm.inverse(actNormParameters, shape, rows);
    return columns.molecules(shape, rows, dequantizer);
  }

  /**
   * Molecules from the flow.
   *
   * @param batch without meaning where a molecule's integration failed
   * @param solutions how the integration of each molecule went
   */
  public record Generated(MoleculeBatch batch, List<Solution> solutions) {}

  /**
   * Molecules on their way through the flow.
   *
   * @param frames from latent variables to molecules at equal times
   * @param solutions how the integration of each molecule went
   */
  public record GeneratedWay(List<MoleculeBatch> frames, List<Solution> solutions) {}

  /** Draws latent variables: [atoms × (3 + features)]. */
  public double[] latent(BatchShape shape, RandomGenerator random) {
    return prior.sample(shape, random);
  }

  @Override
  public void close() {
    network.close();
    dequantizer.close();
  }
}
