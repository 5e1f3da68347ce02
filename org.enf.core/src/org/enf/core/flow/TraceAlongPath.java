package org.enf.core.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.AdaptiveSolver;
import org.enf.core.ode.DensePath;
import org.enf.core.ode.EnsembleState;
import org.enf.core.ode.PathIntegral;
import org.enf.core.ode.Solution;
import org.enf.core.ode.StopSignal;
import org.enf.core.ode.StoppedException;
import org.enf.core.vector.Precision;
import org.enf.core.vector.Vector;

/**
 * Integrates the path of each molecule first and then the exact trace along it.
 *
 * <p>A path does not depend on the trace, which costs over a hundred times as much as the velocity;
 * so the solver takes its steps without, and a quadrature asks for the trace at half as many times
 * as the solver had stages with it. The error of the integral as a whole keeps the solver's
 * tolerance of a step. Steps are cheap, and without the trace nothing would make them short where
 * it changes quickly with the path: their own tolerance is a hundredth of it.
 */
final class TraceAlongPath {
  /** Atoms that go to the engine together: enough for its threads, and soon done when stopped. */
  private static final int MOST_ATOMS = 512;

  private static final double PATH_SHARE = 0.01;

  /** The tolerance of a path that rounding lets a solver keep. */
  private static final double SINGLE_FLOOR = 1e-6;

  private static final double DOUBLE_FLOOR = 1e-12;

  /** The path's steps are so short that a panel of the quadrature takes several. */
  private static final int STEPS_OF_A_PANEL = 3;

  private final Engine engine;
  private final Network network;
  private final BatchShape shape;
  private final AdaptiveSolver solver;
  private final StopSignal stop;

  TraceAlongPath(
      Engine engine, Network network, BatchShape shape, AdaptiveSolver solver, StopSignal stop) {
    this.engine = engine;
    this.network = network;
    this.shape = shape;
    this.solver = solver;
    this.stop = stop;
  }

  /** A molecule whose trace is asked for, at a time. */
  private record Node(int molecule, double t) {}

  /**
   * Integrates from one time to another.
   *
   * @throws StoppedException if asked to stop
   */
  ContinuousFlow.Images integrate(double[] rows, double from, double to) {
    DensePath[] paths = new DensePath[shape.molecules()];
    for (int b = 0; b < paths.length; b++) {
      paths[b] = new DensePath();
    }
    double[] end;
    List<Solution> solutions;
    try (FlowEnsemble ensemble = new FlowEnsemble(engine, network, shape, null)) {
      EnsembleState y = ensemble.at(rows);
      solutions =
          pathSolver().solveEach(ensemble, y, from, to, (b, step) -> paths[b].add(step, 0), stop);
      ContinuousFlow.requireNotStopped(solutions);
      end = y.part(0);
    }
    PathIntegral[] integrals = new PathIntegral[paths.length];
    for (int b = 0; b < paths.length; b++) {
      if (solutions.get(b).isSuccess()) {
        integrals[b] =
            new PathIntegral(
                paths[b].knots(STEPS_OF_A_PANEL), solver.tolerance(), solver.maxEvaluations());
      }
    }
    integrate(paths, integrals);
    return images(end, integrals, solutions);
  }

  private AdaptiveSolver pathSolver() {
    double floor = engine.precision() == Precision.DOUBLE ? DOUBLE_FLOOR : SINGLE_FLOOR;
    return solver.with(solver.tolerance().tightened(PATH_SHARE, floor));
  }

  private void integrate(DensePath[] paths, PathIntegral[] integrals) {
    List<Node> nodes = wanted(integrals);
    while (!nodes.isEmpty()) {
      double[] traces = traces(paths, nodes);
      int next = 0;
      for (PathIntegral integral : integrals) {
        if (integral != null && integral.status() == PathIntegral.Status.UNDER_WAY) {
          double[] values = new double[integral.wanted().length];
          System.arraycopy(traces, next, values, 0, values.length);
          next += values.length;
          integral.give(values);
        }
      }
      nodes = wanted(integrals);
    }
  }

  private static List<Node> wanted(PathIntegral[] integrals) {
    List<Node> nodes = new ArrayList<>();
    for (int b = 0; b < integrals.length; b++) {
      if (integrals[b] != null) {
        for (double t : integrals[b].wanted()) {
          nodes.add(new Node(b, t));
        }
      }
    }
    return nodes;
  }

  private double[] traces(DensePath[] paths, List<Node> nodes) {
    double[] traces = new double[nodes.size()];
    int first = 0;
    while (first < traces.length) {
      int end = first + 1;
      int atoms = shape.size(nodes.get(first).molecule);
      while (end < traces.length && atoms + shape.size(nodes.get(end).molecule) <= MOST_ATOMS) {
        atoms += shape.size(nodes.get(end).molecule);
        end++;
      }
      double[] some = evaluate(paths, nodes.subList(first, end));
      System.arraycopy(some, 0, traces, first, some.length);
      first = end;
    }
    return traces;
  }

  private double[] evaluate(DensePath[] paths, List<Node> nodes) {
    if (stop.requested()) {
      throw new StoppedException();
    }
    BatchShape copies = Molecules.shape(shape, nodes.stream().mapToInt(Node::molecule).toArray());
    double[] rows =
        nodes.stream()
            .map(node -> paths[node.molecule].state(node.t))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    double[] traces = new double[nodes.size()];
    try (Vector input = engine.vector(rows);
        Vector velocity = engine.vector(rows.length);
        Vector trace = engine.vector(traces.length)) {
      network.trace(copies, nodes.stream().mapToDouble(Node::t).toArray(), input, velocity, trace);
      trace.read(traces);
    }
    return traces;
  }

  private ContinuousFlow.Images images(
      double[] end, PathIntegral[] integrals, List<Solution> paths) {
    double[] logDeterminants = new double[integrals.length];
    List<Solution> solutions =
        IntStream.range(0, integrals.length)
            .mapToObj(b -> solution(paths.get(b), integrals[b]))
            .toList();
    for (int b = 0; b < integrals.length; b++) {
      if (integrals[b] != null) {
        logDeterminants[b] = integrals[b].value();
      }
    }
    return new ContinuousFlow.Images(end, logDeterminants, solutions);
  }

  private static Solution solution(Solution path, PathIntegral integral) {
    if (integral == null) {
      return path;
    }
    return switch (integral.status()) {
      case NOT_REACHED -> path.with(Solution.Status.INTEGRAL_NOT_REACHED);
      case NOT_FINITE -> path.with(Solution.Status.NOT_FINITE);
      case REACHED, UNDER_WAY -> path;
    };
  }
}
