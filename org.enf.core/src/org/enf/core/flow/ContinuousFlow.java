package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.DiscreteAdjoint;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.OdeSystem;
import org.enf.core.ode.Solution;
import org.enf.core.ode.State;
import org.enf.core.ode.StepListener;
import org.enf.core.ode.StepRecorder;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Vector;

/**
 * The flow of a velocity network: dy/dt = f(t, y) from data at t = 0 to latent variables at t = 1,
 * and back (Chen et al., "Neural Ordinary Differential Equations", 2018; Satorras et al. 2021, §3).
 */
public final class ContinuousFlow {
  private final Engine engine;
  private final Network network;
  private final OdeSolver solver;

  /**
   * A flow.
   *
   * @param network the velocity; as wide out as in
   * @throws IllegalArgumentException if the widths differ
   */
  public ContinuousFlow(Engine engine, Network network, OdeSolver solver) {
    if (network.inputWidth() != network.outputWidth()) {
      throw new IllegalArgumentException(
          "a velocity has as many columns as its state: "
              + network.outputWidth()
              + " for "
              + network.inputWidth());
    }
    this.engine = engine;
    this.network = network;
    this.solver = solver;
  }

  /**
   * Where a batch went.
   *
   * @param rows [atoms × width] at the end
   * @param logDeterminants ∫ tr J dt of each molecule in nats
   * @param solution how the integration went
   */
  public record Image(double[] rows, double[] logDeterminants, Solution solution) {}

  /**
   * Maps data to latent variables.
   *
   * @param rows [atoms × width], positions with zero mean
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toLatent(BatchShape shape, double[] rows, TraceEstimator trace, StopSignal stop) {
    return integrate(shape, rows, trace, 0, 1, stop);
  }

  /**
   * Maps latent variables to data, with the log-determinant of that map: the negative of that of
   * the way there.
   *
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toData(BatchShape shape, double[] latent, TraceEstimator trace, StopSignal stop) {
    return integrate(shape, latent, trace, 1, 0, stop);
  }

  /**
   * Maps latent variables to data without log-determinants (they are all zero), which is cheaper.
   *
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toData(BatchShape shape, double[] latent, StopSignal stop) {
    try (State y = new State(engine.vector(latent))) {
      Solution solution =
          solver
              .solve(new FlowSystem.Velocity(network, shape), y, 1, 0, StepListener.NONE, stop)
              .requireSuccess();
      double[] rows = new double[latent.length];
      y.part(0).read(rows);
      return new Image(rows, new double[shape.molecules()], solution);
    }
  }

  private Image integrate(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      double from,
      double to,
      StopSignal stop) {
    if (trace instanceof TraceEstimator.Hutchinson hutchinson) {
      try (FlowSystem.Hutchinson system =
          new FlowSystem.Hutchinson(engine, network, shape, hutchinson.noise(), null)) {
        return integrate(system, shape, rows, from, to, stop);
      }
    }
    try (FlowSystem.ExactTrace system = new FlowSystem.ExactTrace(engine, network, shape)) {
      return integrate(system, shape, rows, from, to, stop);
    }
  }

  private Image integrate(
      OdeSystem system, BatchShape shape, double[] rows, double from, double to, StopSignal stop) {
    try (State y = new State(engine.vector(rows), engine.vector(shape.molecules()))) {
      return imageOf(y, shape, solver.solve(system, y, from, to, StepListener.NONE, stop));
    }
  }

  private static Image imageOf(State y, BatchShape shape, Solution solution) {
    solution.requireSuccess();
    double[] rows = new double[y.part(0).length()];
    double[] logDeterminants = new double[shape.molecules()];
    y.part(0).read(rows);
    y.part(1).read(logDeterminants);
    return new Image(rows, logDeterminants, solution);
  }

  /**
   * Maps data to latent variables and stays ready to go back for the gradient. The caller closes
   * it.
   *
   * @param parameterGradient receives the gradient by the network's parameters
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Recorded record(
      BatchShape shape,
      double[] rows,
      TraceEstimator.Hutchinson trace,
      Vector parameterGradient,
      StopSignal stop) {
    return new Recorded(shape, rows, trace, parameterGradient, stop);
  }

  /** A way from data to latent variables that can be gone back. */
  public final class Recorded implements AutoCloseable {
    private final FlowSystem.Hutchinson system;
    private final StepRecorder steps = new StepRecorder();
    private final Image image;

    private Recorded(
        BatchShape shape,
        double[] rows,
        TraceEstimator.Hutchinson trace,
        Vector parameterGradient,
        StopSignal stop) {
      system = new FlowSystem.Hutchinson(engine, network, shape, trace.noise(), parameterGradient);
      try (State y = new State(engine.vector(rows), engine.vector(shape.molecules()))) {
        image = imageOf(y, shape, solver.solve(system, y, 0, 1, steps, stop));
      } catch (OdeException | StoppedException e) {
        close();
        throw e;
      }
    }

    /** Where the batch went. */
    public Image image() {
      return image;
    }

    /**
     * Adds the gradient by the parameters to the vector given before and returns that by the data.
     *
     * @param latentCotangent the gradient by the latent variables
     * @param logDeterminantCotangent the gradient by each log-determinant
     */
    public double[] reverse(
        double[] latentCotangent, double[] logDeterminantCotangent, StopSignal stop) {
      try (State cotangent =
          new State(engine.vector(latentCotangent), engine.vector(logDeterminantCotangent))) {
        new DiscreteAdjoint(solver.tableau()).reverse(system, steps, cotangent, stop);
        double[] rowsCotangent = new double[latentCotangent.length];
        cotangent.part(0).read(rowsCotangent);
        return rowsCotangent;
      }
    }

    @Override
    public void close() {
      system.close();
      steps.close();
    }
  }
}
