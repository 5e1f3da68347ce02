package org.enf.core.flow;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Vector;

/**
 * A density of the positions of particles: log p(x) = log p_Z(z) + ∫ tr J dt on the positions with
 * zero mean, for any velocity network without features (Satorras et al. 2021, §5.1 and §5.2).
 *
 * <p>Positions are centred before anything else, in a copy. Not safe for use by several threads at
 * once.
 */
public final class PositionFlow implements AutoCloseable {
  private final Network network;
  private final Engine engine;
  private final ContinuousFlow flow;
  private final FlowPrior prior;

  /**
   * A flow whose gradient is that of the steps that are taken.
   *
   * @param network the velocity, which the flow takes over and closes
   * @param engine makes the vectors; that of the network if it belongs to one
   * @throws IllegalArgumentException if rows of the network hold more than positions
   */
  public PositionFlow(Network network, Engine engine, OdeSolver solver) {
    this(network, engine, solver, GradientMethod.DISCRETE);
  }

  /**
   * A flow.
   *
   * @param network the velocity, which the flow takes over and closes
   * @param engine makes the vectors; that of the network if it belongs to one
   * @param gradientMethod how its gradient is found; the continuous adjoint has one error norm for
   *     all parameters
   * @throws IllegalArgumentException if rows of the network hold more than positions
   */
  public PositionFlow(
      Network network, Engine engine, OdeSolver solver, GradientMethod gradientMethod) {
    if (network.inputWidth() != network.dimensions()) {
      throw new IllegalArgumentException(
          "a flow of positions needs a network without features, not one with "
              + (network.inputWidth() - network.dimensions()));
    }
    this.network = network;
    this.engine = engine;
    flow =
        new ContinuousFlow(
            engine, network, solver, gradientMethod, new int[] {0, network.parameterCount()});
    prior = new FlowPrior(network.dimensions(), 0);
  }

  /** How its gradient is found. */
  public GradientMethod gradientMethod() {
    return flow.gradientMethod();
  }

  /** What a gradient tells the next one about the first step of its solve. */
  public FirstStep firstStep() {
    return flow.firstStep();
  }

  /** The number of parameters. */
  public int parameterCount() {
    return network.parameterCount();
  }

  /**
   * Takes over new parameters.
   *
   * @throws IllegalArgumentException if there are too few or too many
   */
  public void setParameters(double[] parameters) {
    try (Vector vector = engine.vector(parameters)) {
      network.setParameters(vector);
    }
  }

  /** The estimator of a method for a batch, with noise if it needs any. */
  public TraceEstimator trace(TraceMethod method, BatchShape shape, RandomGenerator random) {
    return method.estimator(shape.atoms() * prior.width(), random);
  }

  /**
   * Densities of a batch.
   *
   * @param values log p(x) of each molecule in nats, with respect to the (M − 1)·n dimensions of
   *     positions with zero mean
   * @param kinetic ∫ |f|² dt of each molecule, zero if no regularisation asked for it
   * @param jacobian ∫ |εᵀJ|² dt of each molecule, zero if no regularisation asked for it
   * @param solution how the integration went
   */
  public record Densities(double[] values, double[] kinetic, double[] jacobian, Solution solution) {
    /** The mean over the batch of −log p(x) in nats. */
    public double meanNegative() {
      return -Arrays.stream(values).average().orElse(Double.NaN);
    }
  }

  /**
   * The log-density of each molecule.
   *
   * @param positions [atoms × dimensions] in Å; any mean
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Densities logDensity(
      BatchShape shape, double[] positions, TraceEstimator trace, StopSignal stop) {
    return densities(shape, flow.toLatent(shape, centred(shape, positions), trace, stop));
  }

  /**
   * The log-density of each molecule and the gradient of {@link Densities#meanNegative}.
   *
   * @param positions [atoms × dimensions] in Å; any mean
   * @param trace the exact trace only if the network knows its divergence in closed form
   * @param gradient overwritten by the gradient by the parameters
   * @throws IllegalArgumentException if the trace has no gradient
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Densities gradient(
      BatchShape shape,
      double[] positions,
      TraceEstimator trace,
      double[] gradient,
      StopSignal stop) {
    return gradient(shape, positions, trace, Regularisation.NONE, gradient, stop);
  }

  /**
   * The log-density of each molecule and the gradient of {@link Densities#meanNegative} plus the
   * mean of the terms of the regularisation.
   *
   * @param positions [atoms × dimensions] in Å; any mean
   * @param trace the exact trace only if the network knows its divergence in closed form
   * @param gradient overwritten by the gradient by the parameters
   * @throws IllegalArgumentException if the trace has no gradient, or the regularisation needs
   *     noise that the exact trace does not have
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Densities gradient(
      BatchShape shape,
      double[] positions,
      TraceEstimator trace,
      Regularisation regularisation,
      double[] gradient,
      StopSignal stop) {
    double weight = 1.0 / shape.molecules();
    double[] minus = new double[shape.molecules()];
    Arrays.fill(minus, -weight);
    double[] plus = new double[shape.molecules()];
    Arrays.fill(plus, weight);
    try (Vector sum = engine.vector(parameterCount());
        RecordedWay recorded =
            flow.record(shape, centred(shape, positions), trace, regularisation, sum, stop)) {
      double[] latentCotangent = recorded.image().rows().clone();
      for (int k = 0; k < latentCotangent.length; k++) {
        latentCotangent[k] *= weight;
      }
      recorded.reverse(latentCotangent, minus, plus, stop);
      sum.read(gradient);
      return densities(shape, recorded.image());
    }
  }

  /** Positions from the flow, [atoms × dimensions] in Å, and how its integration went. */
  public record Sample(double[] positions, Solution solution) {}

  /**
   * Draws molecules of these sizes; each has its mean at the origin.
   *
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Sample sample(BatchShape shape, RandomGenerator random, StopSignal stop) {
    ContinuousFlow.Image image = flow.toData(shape, prior.sample(shape, random), stop);
    return new Sample(image.rows(), image.solution());
  }

  private Densities densities(BatchShape shape, ContinuousFlow.Image image) {
    double[] values = prior.logDensity(shape, image.rows());
    for (int b = 0; b < values.length; b++) {
      values[b] += image.logDeterminants()[b];
    }
    return new Densities(values, image.kinetic(), image.jacobian(), image.solution());
  }

  /** The velocity, with the parameters set last; the flow closes it. */
  public Network velocity() {
    return network;
  }

  /** Draws latent variables: [atoms × dimensions], each molecule with zero mean. */
  public double[] latent(BatchShape shape, RandomGenerator random) {
    return prior.sample(shape, random);
  }

  /** Positions with zero mean, in a copy. */
  public double[] centred(BatchShape shape, double[] positions) {
    shape.requireElements(positions.length, prior.width());
    double[] rows = positions.clone();
    prior.centre(shape, rows);
    return rows;
  }

  @Override
  public void close() {
    network.close();
  }
}
