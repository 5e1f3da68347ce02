package org.enf.core.flow;

import java.util.Collections;
import java.util.List;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.DivergenceNetwork;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.EnsembleListener;
import org.enf.core.ode.EnsembleState;
import org.enf.core.ode.FirstStep;
import org.enf.core.ode.OdeException;
import org.enf.core.ode.OdeSolver;
import org.enf.core.ode.Solution;
import org.enf.core.ode.State;
import org.enf.core.ode.StepListener;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.ode.Trajectory;
import org.enf.core.vector.Vector;

/**
 * The flow of a velocity network: dy/dt = f(t, y) from data at t = 0 to latent variables at t = 1,
 * and back (Chen et al., "Neural Ordinary Differential Equations", 2018; Satorras et al. 2021, §3).
 */
public final class ContinuousFlow {
  private final Engine engine;
  private final Network network;
  private final OdeSolver solver;
  private final ThereAndBack way;

  /**
   * A flow whose gradient is that of the steps that are taken.
   *
   * @param network the velocity; as wide out as in
   * @throws IllegalArgumentException if the widths differ
   */
  public ContinuousFlow(Engine engine, Network network, OdeSolver solver) {
    this(engine, network, solver, GradientMethod.DISCRETE, new int[] {0, network.parameterCount()});
  }

  /**
   * A flow.
   *
   * @param network the velocity; as wide out as in
   * @param gradientMethod how its gradient is found
   * @param parameterBlocks where each block of the network's parameters begins, and the end: the
   *     continuous adjoint has an error norm for each of them
   * @throws IllegalArgumentException if the widths differ
   */
  public ContinuousFlow(
      Engine engine,
      Network network,
      OdeSolver solver,
      GradientMethod gradientMethod,
      int[] parameterBlocks) {
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
    way = new ThereAndBack(engine, solver, gradientMethod, parameterBlocks.clone());
  }

  /** How its gradient is found. */
  public GradientMethod gradientMethod() {
    return way.method();
  }

  /** What a {@link #record} tells the next one about its first step. */
  public FirstStep firstStep() {
    return way.firstStep();
  }

  /**
   * Where a batch went by steps that all molecules share.
   *
   * @param rows [atoms × width] at the end
   * @param logDeterminants ∫ tr J dt of each molecule in nats
   * @param kinetic ∫ |f|² dt of each molecule, zero if no regularisation asked for it
   * @param jacobian ∫ |εᵀJ|² dt of each molecule, zero if no regularisation asked for it
   * @param solution how the integration went
   */
  public record Image(
      double[] rows,
      double[] logDeterminants,
      double[] kinetic,
      double[] jacobian,
      Solution solution) {}

  /**
   * Where the molecules of a batch went.
   *
   * @param rows [atoms × width] at the end, or where a molecule was left
   * @param logDeterminants ∫ tr J dt of each molecule in nats, zero if no trace was asked for
   * @param solutions how the integration of each molecule went
   */
  public record Images(double[] rows, double[] logDeterminants, List<Solution> solutions) {}

  /**
   * Maps data to latent variables, all molecules by the same steps.
   *
   * @param rows [atoms × width], positions with zero mean
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toLatent(BatchShape shape, double[] rows, TraceEstimator trace, StopSignal stop) {
    return integrate(shape, rows, trace, 0, 1, stop);
  }

  /**
   * Maps latent variables to data by shared steps, with the log-determinant of that map: the
   * negative of that of the way there.
   *
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toData(BatchShape shape, double[] latent, TraceEstimator trace, StopSignal stop) {
    return integrate(shape, latent, trace, 1, 0, stop);
  }

  /**
   * Maps latent variables to data by shared steps without log-determinants (they are all zero),
   * which is cheaper.
   *
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public Image toData(BatchShape shape, double[] latent, StopSignal stop) {
    return integrate(shape, latent, null, 1, 0, stop);
  }

  /**
   * Maps data to latent variables; a molecule whose integration fails does not stop the others.
   *
   * @throws StoppedException if asked to stop
   */
  public Images toLatent(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      ErrorControl control,
      StopSignal stop) {
    return integrate(shape, rows, trace, control, 0, 1, stop);
  }

  /**
   * Maps latent variables to data with log-determinants; a molecule whose integration fails does
   * not stop the others.
   *
   * @throws StoppedException if asked to stop
   */
  public Images toData(
      BatchShape shape,
      double[] latent,
      TraceEstimator trace,
      ErrorControl control,
      StopSignal stop) {
    return integrate(shape, latent, trace, control, 1, 0, stop);
  }

  /**
   * Maps latent variables to data without log-determinants; a molecule whose integration fails does
   * not stop the others.
   *
   * @throws StoppedException if asked to stop
   */
  public Images toData(BatchShape shape, double[] latent, ErrorControl control, StopSignal stop) {
    return integrate(shape, latent, null, control, 1, 0, stop);
  }

  /** The velocity for a batch. The caller closes it. */
  public VelocityField velocity(BatchShape shape) {
    return new VelocityField(engine, network, shape);
  }

  /**
   * The way of each molecule by steps of its own: rows at given times, from one integration.
   *
   * @param rows [atoms × width] at the first time
   * @param times at least two within 0 (data) to 1 (latent variables), all rising or all falling
   * @return states whose only part are the rows
   * @throws IllegalArgumentException if the times are not in order
   * @throws StoppedException if asked to stop
   */
  public Trajectory trajectory(BatchShape shape, double[] rows, double[] times, StopSignal stop) {
    try (FlowEnsemble ensemble = new FlowEnsemble(engine, network, shape, null)) {
      Trajectory trajectory = Trajectory.of(solver, ensemble, ensemble.at(rows), times, stop);
      requireNotStopped(trajectory.solutions());
      return trajectory;
    }
  }

  private Image integrate(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      double from,
      double to,
      StopSignal stop) {
    try (FlowSystem system = FlowSystem.of(engine, network, shape, trace);
        State y = system.state(rows)) {
      Solution solution = solver.solve(system, y, from, to, StepListener.NONE, stop);
      int logDeterminants = system.integrals() == 0 ? 0 : 1;
      return imageOf(shape, y, logDeterminants, 0, 0, solution);
    }
  }

  /** The image of a solve whose integrals are in these parts of the state, 0 for none. */
  static Image imageOf(
      BatchShape shape, State y, int trace, int kinetic, int jacobian, Solution solution) {
    solution.requireSuccess();
    double[] rows = new double[y.part(0).length()];
    y.part(0).read(rows);
    return new Image(
        rows,
        integral(shape, y, trace),
        integral(shape, y, kinetic),
        integral(shape, y, jacobian),
        solution);
  }

  private static double[] integral(BatchShape shape, State y, int part) {
    double[] integral = new double[shape.molecules()];
    if (part > 0) {
      y.part(part).read(integral);
    }
    return integral;
  }

  private Images integrate(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      ErrorControl control,
      double from,
      double to,
      StopSignal stop) {
    if (control == ErrorControl.SHARED) {
      try {
        Image image = integrate(shape, rows, trace, from, to, stop);
        return new Images(
            image.rows(),
            image.logDeterminants(),
            Collections.nCopies(shape.molecules(), image.solution()));
      } catch (OdeException e) {
        // which molecules it was is found by integrating each by itself
        return integrate(shape, rows, trace, ErrorControl.PER_MOLECULE, from, to, stop);
      }
    }
    if (trace instanceof TraceEstimator.Exact
        && solver instanceof AdaptiveSolver adaptive
        && !(network instanceof DivergenceNetwork)) {
      return new TraceAlongPath(engine, network, shape, adaptive, stop).integrate(rows, from, to);
    }
    try (FlowEnsemble ensemble = new FlowEnsemble(engine, network, shape, trace)) {
      EnsembleState y = ensemble.at(rows);
      List<Solution> solutions =
          solver.solveEach(ensemble, y, from, to, EnsembleListener.NONE, stop);
      requireNotStopped(solutions);
      return new Images(
          y.part(0), y.parts() > 1 ? y.part(1) : new double[shape.molecules()], solutions);
    }
  }

  static void requireNotStopped(List<Solution> solutions) {
    if (solutions.stream().anyMatch(s -> s.status() == Solution.Status.STOPPED)) {
      throw new StoppedException();
    }
  }

  /**
   * Maps data to latent variables without regularisation and stays ready to go back for the
   * gradient; see {@link #record(BatchShape, double[], TraceEstimator, Regularisation, Vector,
   * StopSignal)}.
   */
  public RecordedWay record(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      Vector parameterGradient,
      StopSignal stop) {
    return record(shape, rows, trace, Regularisation.NONE, parameterGradient, stop);
  }

  /**
   * Maps data to latent variables by shared steps and stays ready to go back for the gradient. The
   * caller closes it.
   *
   * @param trace the exact trace only if the network is a {@link
   *     org.enf.core.egnn.DivergenceNetwork}
   * @param regularisation which terms are computed beside
   * @param parameterGradient receives the gradient by the network's parameters
   * @throws IllegalArgumentException if this trace has no gradient, or the regularisation needs
   *     noise that the exact trace does not have
   * @throws OdeException if the integration fails
   * @throws StoppedException if asked to stop
   */
  public RecordedWay record(
      BatchShape shape,
      double[] rows,
      TraceEstimator trace,
      Regularisation regularisation,
      Vector parameterGradient,
      StopSignal stop) {
    TracedSystem.requireReversible(network, trace);
    TracedSystem system =
        new TracedSystem(engine, network, shape, trace, regularisation, parameterGradient);
    return new RecordedWay(way, shape, rows, system, regularisation, parameterGradient, stop);
  }
}
