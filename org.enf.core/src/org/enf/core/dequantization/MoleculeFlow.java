package org.enf.core.dequantization;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.flow.ActNorm;
import org.enf.core.flow.ContinuousFlow;
import org.enf.core.flow.FlowPrior;
import org.enf.core.flow.NoiseKind;
import org.enf.core.flow.TraceEstimator;
import org.enf.core.molecule.Molecule;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
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
  private static final int N = Molecule.DIMENSIONS;

  private final EnfSettings settings;
  private final Engine engine;
  private final Network network;
  private final ContinuousFlow flow;
  private final ActNorm actNorm;
  private final FlowPrior prior;
  private final ArgmaxDequantizer dequantizer;
  private double[] actNormParameters;

  /** A flow with all parameters zero until {@link #setParameters}. */
  public MoleculeFlow(EnfSettings settings, Engine engine, OdeSolver solver) {
    this.settings = settings;
    this.engine = engine;
    network = engine.network(settings.dynamics());
    flow = new ContinuousFlow(engine, network, solver);
    actNorm = settings.actNorm();
    prior = new FlowPrior(N, settings.features());
    dequantizer = new ArgmaxDequantizer(settings.types(), settings.dequantizer(), engine);
    actNormParameters = new double[settings.actNormParameters()];
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
    try (Vector dynamics = engine.vector(Arrays.copyOfRange(all, 0, first));
        Vector dequantization = engine.vector(Arrays.copyOfRange(all, second, all.length))) {
      network.setParameters(dynamics);
      dequantizer.setParameters(dequantization);
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
    double[] rows = rows(batch, dequantizer.lift(batch, noise).values());
    double[] start = actNorm.initialise(batch.shape(), rows);
    System.arraycopy(start, 0, all, settings.dynamicsParameters(), start.length);
    setParameters(all);
  }

  /**
   * The bound in its parts, each one value a molecule, in nats.
   *
   * @param prior log p_Z(z)
   * @param logDeterminant of ActNorm and flow
   * @param dequantization log q(v | h, x)
   * @param solution how the flow's integration went
   */
  public record Bound(
      double[] prior, double[] logDeterminant, double[] dequantization, Solution solution) {
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
   * The bound on log p(x, h | M) of each molecule.
   *
   * @param dequantizerNoise [atoms × features], standard normal
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Bound bound(
      MoleculeBatch batch, double[] dequantizerNoise, TraceEstimator trace, StopSignal stop) {
    BatchShape shape = batch.shape();
    ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, dequantizerNoise);
    double[] rows = rows(batch, lifted.values());
    double[] scaling = actNorm.forward(actNormParameters, shape, rows);
    ContinuousFlow.Image image = flow.toLatent(shape, rows, trace, stop);
    return bound(shape, lifted, scaling, image);
  }

  private Bound bound(
      BatchShape shape,
      ArgmaxDequantizer.Lifted lifted,
      double[] scaling,
      ContinuousFlow.Image image) {
    double[] logDeterminant = image.logDeterminants().clone();
    for (int b = 0; b < logDeterminant.length; b++) {
      logDeterminant[b] += scaling[b];
    }
    return new Bound(
        prior.logDensity(shape, image.rows()),
        logDeterminant,
        lifted.logDensities(),
        image.solution());
  }

  /** Standard normal noise for the dequantizer: [atoms × features]. */
  public double[] dequantizerNoise(BatchShape shape, RandomGenerator random) {
    return dequantizer.noise(shape, random);
  }

  /** Hutchinson's noise for a batch. */
  public TraceEstimator.Hutchinson traceNoise(
      NoiseKind kind, BatchShape shape, RandomGenerator random) {
    return TraceEstimator.Hutchinson.draw(kind, shape.atoms() * prior.width(), random);
  }

  /**
   * The bound and the gradient of its negative mean over the batch.
   *
   * @param gradient overwritten by the gradient by all parameters
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Bound gradient(
      MoleculeBatch batch,
      double[] dequantizerNoise,
      TraceEstimator.Hutchinson trace,
      double[] gradient,
      StopSignal stop) {
    BatchShape shape = batch.shape();
    ArgmaxDequantizer.Lifted lifted = dequantizer.lift(batch, dequantizerNoise);
    double[] rows = rows(batch, lifted.values());
    double[] scaling = actNorm.forward(actNormParameters, shape, rows);
    double weight = 1.0 / shape.molecules();
    double[] minus = new double[shape.molecules()];
    Arrays.fill(minus, -weight);
    double[] plus = new double[shape.molecules()];
    Arrays.fill(plus, weight);
    double[] actNormGradient = new double[actNormParameters.length];
    try (Vector dynamicsGradient = engine.vector(settings.dynamicsParameters());
        Vector dequantizerGradient = engine.vector(settings.dequantizerParameters());
        ContinuousFlow.Recorded recorded =
            flow.record(shape, rows, trace, dynamicsGradient, stop)) {
      double[] latentCotangent = recorded.image().rows().clone();
      for (int k = 0; k < latentCotangent.length; k++) {
        latentCotangent[k] *= weight;
      }
      double[] rowsCotangent = recorded.reverse(latentCotangent, minus, stop);
      actNorm.reverse(actNormParameters, shape, rows, rowsCotangent, minus, actNormGradient);
      lifted.reverse(featuresOf(rowsCotangent), plus, dequantizerGradient);
      collect(dynamicsGradient, actNormGradient, dequantizerGradient, gradient);
      return bound(shape, lifted, scaling, recorded.image());
    }
  }

  private void collect(Vector dynamics, double[] scaling, Vector dequantization, double[] all) {
    double[] first = new double[dynamics.length()];
    dynamics.read(first);
    double[] last = new double[dequantization.length()];
    dequantization.read(last);
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(scaling, 0, all, first.length, scaling.length);
    System.arraycopy(last, 0, all, first.length + scaling.length, last.length);
  }

  /**
   * Makes molecules from latent variables.
   *
   * @param latent [atoms × (3 + features)], positions with zero mean
   * @throws OdeException if the flow's integration fails
   * @throws StoppedException if asked to stop
   */
  public Generated generate(BatchShape shape, double[] latent, StopSignal stop) {
    ContinuousFlow.Image image = flow.toData(shape, latent, stop);
    double[] rows = image.rows();
    actNorm.inverse(actNormParameters, shape, rows);
    double[] positions = new double[shape.atoms() * N];
    int[] types = new int[shape.atoms()];
    for (int i = 0; i < types.length; i++) {
      System.arraycopy(rows, i * prior.width(), positions, i * N, N);
      types[i] = dequantizer.type(rows, i * prior.width() + N);
    }
    return new Generated(new MoleculeBatch(shape, positions, types), image.solution());
  }

  /** Molecules from the flow, and how its integration went. */
  public record Generated(MoleculeBatch batch, Solution solution) {}

  /** Draws latent variables: [atoms × (3 + features)]. */
  public double[] latent(BatchShape shape, RandomGenerator random) {
    return prior.sample(shape, random);
  }

  private double[] rows(MoleculeBatch batch, double[] features) {
    int width = prior.width();
    double[] rows = new double[batch.shape().atoms() * width];
    for (int i = 0; i < batch.shape().atoms(); i++) {
      System.arraycopy(batch.positions(), i * N, rows, i * width, N);
      System.arraycopy(features, i * settings.features(), rows, i * width + N, settings.features());
    }
    return rows;
  }

  private double[] featuresOf(double[] rows) {
    int width = prior.width();
    int atoms = rows.length / width;
    double[] features = new double[atoms * settings.features()];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(rows, i * width + N, features, i * settings.features(), settings.features());
    }
    return features;
  }

  @Override
  public void close() {
    network.close();
    dequantizer.close();
  }
}
