package org.enf.core.flow;

import org.enf.core.egnn.BatchShape;
import org.enf.core.egnn.Engine;
import org.enf.core.egnn.Network;
import org.enf.core.ode.EnsembleState;
import org.enf.core.ode.EnsembleSystem;
import org.enf.core.ode.State;

/** The molecules of a batch as members of an ensemble, each with its own time. */
final class FlowEnsemble implements EnsembleSystem {
  private final Engine engine;
  private final Network network;
  private final BatchShape shape;
  private final TraceEstimator trace;
  private final FlowSystem system;
  private final State state;
  private final State slope;

  /**
   * The velocity of a batch.
   *
   * @param trace how the trace is found, or null for the velocity alone
   */
  FlowEnsemble(Engine engine, Network network, BatchShape shape, TraceEstimator trace) {
    this.engine = engine;
    this.network = network;
    this.shape = shape;
    this.trace = trace;
    system = FlowSystem.of(engine, network, shape, trace);
    state = system.state(new double[shape.atoms() * network.inputWidth()]);
    slope = state.sibling();
  }

  /** The state of the ensemble at these rows, the log-determinants zero. */
  EnsembleState at(double[] rows) {
    double[][] parts = new double[1 + system.integrals()][];
    int[][] offsets = new int[parts.length][];
    parts[0] = rows.clone();
    offsets[0] = shape.elementOffsets(network.inputWidth());
    for (int p = 1; p < parts.length; p++) {
      parts[p] = new double[shape.molecules()];
      offsets[p] = new int[shape.molecules() + 1];
      for (int b = 0; b < offsets[p].length; b++) {
        offsets[p][b] = b;
      }
    }
    return new EnsembleState(parts, offsets);
  }

  @Override
  public void derivative(double[] t, EnsembleState y, EnsembleState derivative) {
    for (int p = 0; p < y.parts(); p++) {
      state.part(p).write(y.part(p));
    }
    system.derivative(t, state, slope);
    for (int p = 0; p < y.parts(); p++) {
      slope.part(p).read(derivative.part(p));
    }
  }

  @Override
  public FlowEnsemble select(int[] members) {
    return new FlowEnsemble(
        engine,
        network,
        Molecules.shape(shape, members),
        trace == null ? null : trace.select(shape, network.inputWidth(), members));
  }

  @Override
  public void close() {
    system.close();
    state.close();
    slope.close();
  }
}
